using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What a call that names a destination checks, one rule each, and which ends it leads to.</summary>
internal static class InetRules
{
    /// <summary>Whether a name can be copied in at all: up to 255 bytes.</summary>
    public static Errno OfLength(SocketAddress name) =>
        name.Length is < 0 or > 255 ? Errno.ENAMETOOLONG : Errno.None;

    /// <summary>Whether a name is a sockaddr_in with a port.</summary>
    public static Errno OfName(SocketAddress name) =>
        name.Length != 16 ? Errno.EINVAL
        : name.Family != AddressFamily.AF_INET ? Errno.EAFNOSUPPORT
        : name.Endpoint.Port == 0 ? Errno.EADDRNOTAVAIL
        : Errno.None;

    /// <summary>Whether a name is long enough to have a multicast address, and has one.</summary>
    public static bool NamesGroup(SocketAddress name) =>
        name.Length >= 8 & name.Family == AddressFamily.AF_INET & HostAddresses.IsGroup(name.Endpoint.Address);

    /// <summary>Whether the kernel can choose a port for a socket that has none, if one is free.</summary>
    public static Errno OfImpliedBind(HostState state, Socket socket, int uid) =>
        socket.Pcb!.Local.Port != 0 ? Errno.None
        : socket.Owner.Prison is { } prison && !IsBindable(state, prison.Address) ? Errno.EADDRNOTAVAIL
        : uid != 0 & socket.Pcb.Range == PortRangeOption.IP_PORTRANGE_LOW ? Errno.EPERM
        : Errno.None;

    /// <summary>The first error that is one.</summary>
    public static Errno FirstOf(Errno first, Errno second) => first != Errno.None ? first : second;

    /// <summary>The first error that is one.</summary>
    public static Errno FirstOf(Errno first, Errno second, Errno third) => FirstOf(FirstOf(first, second), third);

    /// <summary>
    /// The address that is meant. In a prison the loopback address and any are its own; on the host any is the primary
    /// one.
    /// </summary>
    public static Ipv4 Destination(HostState state, Ipv4? own, Ipv4 asked) =>
        own is { } prison && asked.IsAny | asked == Ipv4.Loopback ? OnHost(state, prison) : OnHost(state, asked);

    /// <summary>The local address of what goes there from a socket at this one.</summary>
    public static Ipv4 Source(HostState state, Ipv4? own, Ipv4 local, Ipv4 destination) =>
        !local.IsAny ? local : own ?? state.SourceFor(destination);

    /// <summary>Whether ip_output refuses it: a broadcast address that is not an own address too.</summary>
    public static bool IsToAll(HostState state, Ipv4 destination) =>
        !state.HasOwn(destination) & (destination.Value == uint.MaxValue | state.IsForAll(destination));

    private static bool IsBindable(HostState state, Ipv4 address) =>
        state.HasOwn(address) & !HostAddresses.IsGroup(address);

    private static Ipv4 OnHost(HostState state, Ipv4 address) =>
        address.IsAny ? state.Primary
        : address == Ipv4.Broadcast
            ? new Ipv4(state.Primary.Value | (uint)((ulong)uint.MaxValue >> state.PrimaryPrefix))
        : address;
}
