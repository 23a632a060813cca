namespace Verify.Implementation.Identity;

/// <summary>
/// Coerces the addresses that processes in a prison specify (J2, G1): prison_ip and prison_remote_ip of kern_jail.c,
/// except for D20. Addresses are in host byte order.
/// </summary>
public static class PrisonAddress
{
    private const uint Any = 0;
    private const uint Loopback = 0x7f00_0001;

    /// <summary>
    /// Coerces a local address: INADDR_ANY becomes the prison's address. Returns false (EINVAL) for any other address
    /// that is not the prison's.
    /// </summary>
    public static bool TryCoerceLocal(uint prison, uint address, out uint coerced)
    {
        coerced = prison;
        return address == Any || address == prison;
    }

    /// <summary>
    /// Coerces a remote address: 127.0.0.1 becomes the prison's address, and so does INADDR_ANY, which would otherwise
    /// mean the host's first address (D20). Other addresses are unchanged.
    /// </summary>
    public static uint CoerceRemote(uint prison, uint address) => address is Loopback or Any ? prison : address;
}
