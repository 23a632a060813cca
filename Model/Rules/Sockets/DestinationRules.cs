using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Remote addresses of connect and sendto (netinet/in_pcb.c:in_pcbladdr).</summary>
internal static class DestinationRules
{
    public static readonly Rule RemoteLength = new(
        "S7.remote-length", "connect and sendto fail with EINVAL if the remote address is not 16 bytes long.",
        "netinet/in_pcb.c:in_pcbladdr");
    public static readonly Rule RemoteFamily = new(
        "S7.remote-family", "connect and sendto fail with EAFNOSUPPORT if the remote address is not an IPv4 one.",
        "netinet/in_pcb.c:in_pcbladdr");
    public static readonly Rule RemotePortZero = new(
        "S7.remote-port", "connect and sendto fail with EADDRNOTAVAIL if the remote port is 0.",
        "netinet/in_pcb.c:in_pcbladdr");
    public static readonly Rule RemoteNoSource = new(
        "S11.remote-no-source",
        "connect and sendto to a multicast group fail with EADDRNOTAVAIL if the interface chosen by IP_MULTICAST_IF "
        + "has no address any more.",
        "netinet/in_pcb.c:in_pcbladdr");
    public static readonly Rule ConnectionTaken = new(
        "H1.connection-taken",
        "connect and sendto fail with EADDRINUSE if another socket is connected between the same two endpoints.",
        "netinet/in_pcb.c:in_pcbconnect");
    public static readonly Rule NoBroadcast = new(
        "S11.no-broadcast",
        "Sending to 255.255.255.255 or 0.0.0.0 over a loopback interface fails with EADDRNOTAVAIL.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule BroadcastDenied = new(
        "S11.broadcast", "Sending to a broadcast address fails with EACCES without SO_BROADCAST, and always over TCP.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule BroadcastTooLong = new(
        "S11.broadcast-too-long",
        "Sending a broadcast that is longer than 1500 bytes with its headers fails with EMSGSIZE: it is not cut.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule NoRoute = new(
        "S11.no-route", "Sending to another host fails with EHOSTUNREACH if no route leads there.",
        "netinet/ip_output.c:ip_output");

    public static readonly Rule NotAttached = new(
        "S7.dont-route",
        "With SO_DONTROUTE or MSG_DONTROUTE, sending to an address that is on no attached network fails with "
        + "ENETUNREACH.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule DirectLost = new(
        "S7.dont-route-lost",
        "What SO_DONTROUTE sends over a loopback interface to an address that is not this host's arrives nowhere.",
        "netinet/ip_input.c:ip_input");

    private const int EthernetSize = 1500;
    private const int LoopbackSize = 16384;

    /// <summary>The denial of a remote address, or the remote endpoint that it means.</summary>
    public static Denial? RemoteDenial(State state, Socket socket, SocketAddress address, out Endpoint remote)
    {
        remote = address.Endpoint;
        if (address.Length != SocketAddress.InetLength)
        {
            return new Denial(Errno.EINVAL, RemoteLength);
        }

        if (address.Family != AddressFamily.AF_INET)
        {
            return new Denial(Errno.EAFNOSUPPORT, RemoteFamily);
        }

        if (remote.Port == 0)
        {
            return new Denial(Errno.EADDRNOTAVAIL, RemotePortZero);
        }

        remote = remote with { Address = Meant(state.Network, remote.Address) };
        return SourceDenial(state.Network, socket, remote.Address);
    }

    /// <summary>The primary address and its network's broadcast address have short forms, while there is one.</summary>
    private static Ipv4 Meant(Network network, Ipv4 remote) =>
        network.Primary is not { } primary ? remote
        : remote.IsAny ? primary
        : remote == Ipv4.Broadcast ? network.BroadcastOut
        : remote;

    /// <summary>A socket that has an address needs none of the host's.</summary>
    private static Denial? SourceDenial(Network network, Socket socket, Ipv4 remote) =>
        !socket.Local.Address.IsAny ? null
        : network.Primary is null ? new Denial(Errno.EADDRNOTAVAIL, BindRules.NoAddresses)
        : MulticastRules.SourceInterface(socket, remote) is { } nic && network.FirstOf(nic) is null
            ? new Denial(Errno.EADDRNOTAVAIL, RemoteNoSource)
            : null;

    /// <summary>The local address of a connection to a remote one (J2, G1).</summary>
    public static Ipv4 LocalFor(State state, Socket socket, Ipv4 remote, bool isDirect) =>
        !socket.Local.Address.IsAny ? socket.Local.Address
        : MulticastRules.SourceInterface(socket, remote) is { } nic ? state.Network.FirstOf(nic) ?? Ipv4.Any
        : socket.Prison?.Address
            ?? (isDirect ? state.Network.DirectSourceFor(remote) : state.Network.SourceFor(remote));

    /// <summary>
    /// The denial of a packet to a remote address, or the interface over which it goes: a missing route precedes a
    /// forbidden broadcast (netinet/ip_output.c:ip_output).
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="remote">The remote address.</param>
    /// <param name="isDirect">True if only attached networks are reached.</param>
    /// <param name="mayBroadcast">True with SO_BROADCAST.</param>
    /// <param name="way">The interface.</param>
    public static Denial? RouteDenial(
        State state, Ipv4 remote, bool isDirect, bool mayBroadcast, out string way)
    {
        string? nic = isDirect ? state.Network.DirectInterfaceTo(remote) : state.Network.InterfaceTo(remote);
        way = nic ?? "";
        return nic is null
                ? isDirect ? new Denial(Errno.ENETUNREACH, NotAttached) : new Denial(Errno.EHOSTUNREACH, NoRoute)
            : !state.Network.IsBroadcastOn(remote, nic) ? null
            : state.Network.IsLoopback(nic) ? new Denial(Errno.EADDRNOTAVAIL, NoBroadcast)
            : !mayBroadcast ? new Denial(Errno.EACCES, BroadcastDenied)
            : null;
    }

    /// <summary>The denial of a broadcast that no Ethernet carries in one piece.</summary>
    /// <param name="state">The state.</param>
    /// <param name="remote">The destination.</param>
    /// <param name="way">The interface over which it goes.</param>
    /// <param name="length">The length of the packet, in bytes.</param>
    public static Denial? BroadcastDenial(State state, Ipv4 remote, string way, int length) =>
        length > EthernetSize && !remote.IsMulticast && state.Network.IsBroadcastOn(remote, way)
            ? new Denial(Errno.EMSGSIZE, BroadcastTooLong)
            : null;

    /// <summary>The longest packet that goes over an interface in one piece, in bytes (net/if.h: if_mtu).</summary>
    public static int SizeOf(State state, string nic) =>
        state.Network.IsLoopback(nic) ? LoopbackSize : EthernetSize;

    /// <summary>True for a packet to another host over a loopback interface; no route leads there.</summary>
    public static bool IsLost(State state, Ipv4 remote, string way) =>
        !state.Network.IsOwn(remote) && state.Network.IsLoopback(way);

    /// <summary>True if a socket of the protocol is connected between exactly these endpoints.</summary>
    public static bool IsTaken(State state, Protocol protocol, Endpoint local, Endpoint remote)
    {
        foreach (Socket other in state.Sockets)
        {
            if (other.Foreign == remote && other.Local == local && other.Protocol == protocol)
            {
                return true;
            }
        }

        return false;
    }
}
