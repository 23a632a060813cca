namespace Verify.Implementation.Identity;

/// <summary>
/// What a prison makes of an address that one of its processes names (J2, G1): prison_ip and prison_remote_ip of
/// FreeBSD's kern/kern_jail.c, but for D20. Addresses are in host byte order.
/// </summary>
public static class PrisonAddress
{
    private const uint Any = 0;
    private const uint Loopback = 0x7f00_0001;

    /// <summary>
    /// A local address: INADDR_ANY becomes the prison's own. False, which is EINVAL, for any other address that is not
    /// the prison's.
    /// </summary>
    public static bool TryCoerceLocal(uint prison, uint address, out uint coerced)
    {
        coerced = prison;
        return address == Any || address == prison;
    }

    /// <summary>
    /// A remote address: 127.0.0.1 becomes the prison's own, and so does INADDR_ANY, which would be the host's first
    /// address (D20). All others stay.
    /// </summary>
    public static uint CoerceRemote(uint prison, uint address) => address is Loopback or Any ? prison : address;
}
