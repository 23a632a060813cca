namespace Verify.Abi.Calls;

/// <summary>
/// Calls of ifconfig(8), on any socket: ioctl(2) with the name of an interface. ENXIO if there is no such interface.
/// </summary>
public abstract partial record Call
{
    /// <summary>An ioctl(2) on an interface.</summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Name">ifr_name: name and unit, such as fxp0; at most 15 characters.</param>
    public abstract record OnInterface(int Pid, int Fd, string Name) : OnDescriptor(Pid, Fd);

    /// <summary>
    /// ioctl(2) with SIOCAIFADDR: gives an interface an address, or an address that it has another mask.
    /// ifra_broadaddr is the last address of the network.
    /// </summary>
    public sealed record IoctlAddAddress(int Pid, int Fd, string Name, InterfaceAddress Address)
        : OnInterface(Pid, Fd, Name);

    /// <summary>ioctl(2) with SIOCDIFADDR: takes an address from an interface.</summary>
    public sealed record IoctlDeleteAddress(int Pid, int Fd, string Name, Ipv4 Address) : OnInterface(Pid, Fd, Name);

    /// <summary>ioctl(2) with SIOCGIFADDR, and no address in the request. Address: the first one, port 0.</summary>
    public sealed record IoctlGetAddress(int Pid, int Fd, string Name) : OnInterface(Pid, Fd, Name);

    /// <summary>ioctl(2) with SIOCSIFFLAGS.</summary>
    public sealed record IoctlSetInterfaceFlags(int Pid, int Fd, string Name, InterfaceOptions Flags)
        : OnInterface(Pid, Fd, Name);

    /// <summary>ioctl(2) with SIOCGIFFLAGS. Value: the flags, as 16 unsigned bits.</summary>
    public sealed record IoctlGetInterfaceFlags(int Pid, int Fd, string Name) : OnInterface(Pid, Fd, Name);

    /// <summary>
    /// ioctl(2) with SIOCGIFCONF. Text: the entries that fit, such as <c>fxp0 link, fxp0 10.0.0.1, sl0</c>: the name of
    /// an interface and its link-level address, or one of the Internet; without an address if it has none to show.
    /// </summary>
    /// <param name="Pid">The calling process.</param>
    /// <param name="Fd">The socket.</param>
    /// <param name="Length">ifc_len, the room in bytes; an entry has 32, and one of a link-level address more.</param>
    public sealed record IoctlInterfaces(int Pid, int Fd, int Length) : OnDescriptor(Pid, Fd);
}
