using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>The errors of calls that name a destination, one rule each, and the ends they lead to.</summary>
internal static class InetErrors
{
    /// <summary>ENAMETOOLONG for a name that cannot be copied in: more than 255 bytes.</summary>
    public static Errno OfLength(SocketAddress name) =>
        name.Length is < 0 or > 255 ? Errno.ENAMETOOLONG : Errno.None;

    /// <summary>The error of a name that is not a sockaddr_in with a port.</summary>
    public static Errno OfName(SocketAddress name) =>
        name.Length != 16 ? Errno.EINVAL
        : name.Family != AddressFamily.AF_INET ? Errno.EAFNOSUPPORT
        : name.Endpoint.Port == 0 ? Errno.EADDRNOTAVAIL
        : Errno.None;

    /// <summary>True if a name is long enough to contain a multicast address, and does.</summary>
    public static bool NamesGroup(SocketAddress name) =>
        name.Length >= 8 & name.Family == AddressFamily.AF_INET & HostAddresses.IsGroup(name.Endpoint.Address);

    /// <summary>The error of an implied bind if a port is free.</summary>
    public static Errno OfImpliedBind(HostState state, Socket socket, int uid) =>
        socket.Pcb!.Local.Port != 0 ? Errno.None
        : socket.Owner.Prison is { } prison && !IsBindable(state, prison.Address) ? Errno.EADDRNOTAVAIL
        : uid != 0 & socket.Pcb.Range == PortRangeOption.IP_PORTRANGE_LOW ? Errno.EPERM
        : Errno.None;

    /// <summary>The first of the errors that is not None.</summary>
    public static Errno FirstOf(Errno first, Errno second) => first != Errno.None ? first : second;

    /// <summary>The first of the errors that is not None.</summary>
    public static Errno FirstOf(Errno first, Errno second, Errno third) => FirstOf(FirstOf(first, second), third);

    /// <summary>
    /// The destination of an address. In a prison the loopback address and INADDR_ANY are its own; on the host
    /// INADDR_ANY is the primary address.
    /// </summary>
    public static Ipv4 Destination(HostState state, Ipv4? own, Ipv4 asked) =>
        own is { } prison && asked.IsAny | asked == Ipv4.Loopback ? OnHost(state, prison) : OnHost(state, asked);

    /// <summary>The source address of packets from a socket at this address to a destination.</summary>
    public static Ipv4 Source(HostState state, Ipv4? own, Ipv4 local, Ipv4 destination) =>
        !local.IsAny ? local : own ?? state.SourceFor(destination);

    /// <summary>True if ip_output refuses it: a broadcast address that is not also a local one.</summary>
    public static bool IsToAll(HostState state, Ipv4 destination) =>
        !state.HasOwn(destination)
        & (destination.Value == uint.MaxValue | destination.IsAny | state.IsForAll(destination));

    private static bool IsBindable(HostState state, Ipv4 address) =>
        state.HasOwn(address) & !HostAddresses.IsGroup(address);

    private static Ipv4 OnHost(HostState state, Ipv4 address) =>
        address.IsAny ? state.Primary
        : address == Ipv4.Broadcast
            ? new Ipv4(state.Primary.Value | (uint)((ulong)uint.MaxValue >> state.PrimaryPrefix))
        : address;
}
