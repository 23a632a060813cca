using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Context;

/// <summary>Chooses addresses and ports for calls: those in use, those next to them, and invalid ones.</summary>
internal static class Endpoints
{
    /// <summary>A host that is on no network of the machine.</summary>
    public static readonly Ipv4 Stranger = Ipv4.Of(192, 0, 2, 7);

    private static readonly ushort[] KnownPorts = [1, 53, 80, 1023, 1024, 65535];

    /// <summary>Lengths that cut a sockaddr_in short, lengths next to its own, and the maximum.</summary>
    private static readonly int[] OddLengths = [0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 17, SocketAddress.MaxLength];

    private static readonly int[] ImpossibleLengths =
        [int.MinValue, -16, -1, SocketAddress.MaxLength + 1, int.MaxValue];

    private static readonly int[] ClassPrefixes = [8, 16, 24];

    /// <summary>
    /// Addresses on each network that machines have, on other networks, and addresses that no host can have.
    /// </summary>
    private static readonly Ipv4[] Foreign =
    [
        Ipv4.Of(10, 0, 0, 77), Ipv4.Of(10, 0, 0, 200), Ipv4.Of(172, 16, 0, 9), Stranger,
        Ipv4.Of(10, 0, 0, 3), Ipv4.Of(10, 0, 0, 255), Ipv4.Broadcast, Ipv4.Of(224, 1, 2, 3), Ipv4.Of(127, 0, 0, 9),
    ];

    /// <summary>The endpoint to bind a socket to.</summary>
    public static Endpoint EndpointToBind(this RunContext run, Socket? socket)
    {
        ref Prng random = ref run.Random;
        if (random.Chance(run.IsCrowded ? 70 : 40) && FindRival(run, socket) is { } other)
        {
            Ipv4 address = random.Chance(run.IsCrowded ? 75 : 50) ? other.Local.Address : run.LocalAddress(socket);
            return other.Local with { Address = address };
        }

        return new Endpoint(run.LocalAddress(socket), random.Chance(45) ? (ushort)0 : run.Port());
    }

    /// <summary>The endpoint to connect or send to, mostly one with a socket.</summary>
    public static Endpoint EndpointToReach(this RunContext run, Protocol protocol)
    {
        ref Prng random = ref run.Random;
        switch (random.Below(20))
        {
            case < 9 when run.FindReceiver(protocol) is { } receiver:
                return run.ReachableAt(receiver);
            case < 12 when FindConnected(run, protocol) is { } other:
                return other.Foreign;
            case 19:
                return new Endpoint(run.RemoteAddress(), 0);
            default:
                return new Endpoint(run.RemoteAddress(), run.Port());
        }
    }

    /// <summary>A socket that may receive: a bound one, for TCP mostly a listening one.</summary>
    public static Socket? FindReceiver(this RunContext run, Protocol protocol) =>
        protocol == Protocol.Udp ? run.FindSocket(IsBoundUdp)
        : (run.Random.Chance(80) ? run.FindSocket(IsListening) : null) ?? run.FindSocket(IsBoundTcp);

    /// <summary>
    /// An endpoint of a socket; sometimes at another address of the host, which does not reach the socket (G1).
    /// </summary>
    public static Endpoint ReachableAt(this RunContext run, Socket socket)
    {
        bool elsewhere = socket.Local.Address.IsAny || run.Random.Chance(20);
        return elsewhere ? socket.Local with { Address = run.OwnAddress() } : socket.Local;
    }

    /// <summary>One of the host's addresses; the loopback address if it has none.</summary>
    public static Ipv4 OwnAddress(this RunContext run)
    {
        var own = run.State.Network.Own;
        return own.IsEmpty ? Ipv4.Loopback : own[run.Random.Below(own.Length)];
    }

    /// <summary>An address that the host of most worlds does not have.</summary>
    public static Ipv4 ForeignAddress(this RunContext run) => run.Random.Below(12) switch
    {
        0 => Addresses.Edge(ref run.Random),
        1 => Addresses.LookAlike(ref run.Random, run.OwnAddress()),
        2 or 3 => run.BroadcastAddress(),
        _ => run.Random.Pick<Ipv4>(Foreign),
    };

    /// <summary>
    /// A broadcast address of a network that the host is on, by its own prefix or by its class: the last address, or
    /// the first one as in 4.2BSD; sometimes the address next to it.
    /// </summary>
    public static Ipv4 BroadcastAddress(this RunContext run)
    {
        var interfaces = run.State.World.Interfaces;
        var addresses = interfaces.IsEmpty ? [] : interfaces[run.Random.Below(interfaces.Length)].Addresses;
        if (addresses.IsEmpty)
        {
            return Ipv4.Broadcast;
        }

        InterfaceAddress own = addresses[run.Random.Below(addresses.Length)];
        ref Prng random = ref run.Random;
        int prefix = random.Chance(40) ? random.Pick<int>(ClassPrefixes) : own.PrefixLength;
        uint hosts = (uint)(0xffff_ffffUL >> prefix);
        uint all = random.Chance(60) ? own.Address.Value | hosts : own.Address.Value & ~hosts;
        return new Ipv4(random.Chance(90) ? all : all ^ 1);
    }

    /// <summary>
    /// A port in use, a bound of a range, the last port assigned from a range, or a port next to one of these.
    /// </summary>
    public static ushort Port(this RunContext run)
    {
        ref Prng random = ref run.Random;
        State state = run.State;
        return random.Below(16) switch
        {
            0 => Addresses.LookAlike(ref random, run.UsedPort()),
            < 4 => run.UsedPort(),
            < 8 => (ushort)(state.PortVariables[random.Below(state.PortVariables.Length)] + random.Below(3) - 1),
            < 10 => (ushort)(state.Cursors[random.Below(state.Cursors.Length)] + random.Below(3) - 1),
            _ => random.Pick<ushort>(KnownPorts),
        };
    }

    /// <summary>The local port of a socket; a well-known port if there is no socket.</summary>
    private static ushort UsedPort(this RunContext run)
    {
        State state = run.State;
        return state.Sockets.IsEmpty
            ? run.Random.Pick<ushort>(KnownPorts)
            : state.Sockets[run.Random.Below(state.Sockets.Length)].Local.Port;
    }

    /// <summary>The sockaddr for an endpoint, mostly a valid one.</summary>
    public static SocketAddress Sockaddr(this RunContext run, Endpoint end)
    {
        ref Prng random = ref run.Random;
        return random.Below(70) switch
        {
            0 => SocketAddress.Unspecified,
            1 => SocketAddress.Inet(end) with { Family = AddressFamily.AF_INET6 },
            2 or 3 => SocketAddress.Inet(end) with { Length = random.Pick<int>(OddLengths) },
            4 => SocketAddress.Inet(end) with { Length = random.Pick<int>(ImpossibleLengths) },
            _ => SocketAddress.Inet(end),
        };
    }

    /// <summary>
    /// A socket whose port another may try to bind; for a socket that may share, mostly one that may share too (P5).
    /// </summary>
    private static Socket? FindRival(RunContext run, Socket? socket)
    {
        bool isTcp = socket?.Protocol == Protocol.Tcp;
        Socket? sharing = socket is { Shuns: false } && run.Random.Chance(70)
            ? run.FindSocket(isTcp ? IsSharedTcp : IsSharedUdp)
            : null;
        return sharing ?? run.FindSocket(isTcp ? IsBoundTcp : IsBoundUdp);
    }

    private static Socket? FindConnected(RunContext run, Protocol protocol) =>
        run.FindSocket(protocol == Protocol.Udp ? IsConnectedUdp : IsConnectedTcp);

    private static bool IsSharedUdp(Socket socket) => IsBoundUdp(socket) && !socket.Shuns;

    private static bool IsSharedTcp(Socket socket) => IsBoundTcp(socket) && !socket.Shuns;

    private static bool IsBoundUdp(Socket socket) => socket.IsBound && socket.Protocol == Protocol.Udp;

    private static bool IsBoundTcp(Socket socket) => socket.IsBound && socket.Protocol == Protocol.Tcp;

    private static bool IsConnectedUdp(Socket socket) => socket.IsConnected && socket.Protocol == Protocol.Udp;

    private static bool IsConnectedTcp(Socket socket) => socket.IsConnected && socket.Protocol == Protocol.Tcp;

    private static bool IsListening(Socket socket) => socket.IsListening;

    private static Ipv4 LocalAddress(this RunContext run, Socket? socket) => run.Random.Below(20) switch
    {
        < 8 => Ipv4.Any,
        < 16 when socket?.Prison is { } prison => prison.Address,
        < 17 => run.OwnAddress(),
        < 19 when run.IsCrowded && socket?.Protocol == Protocol.Udp => Addresses.Group(ref run.Random),
        < 18 => run.OwnAddress(),
        18 => Addresses.Group(ref run.Random),
        _ => run.ForeignAddress(),
    };

    private static Ipv4 RemoteAddress(this RunContext run) => run.Random.Below(20) switch
    {
        < 4 => Ipv4.Loopback,
        < 11 => run.OwnAddress(),
        < 13 => Ipv4.Any,
        _ => run.ForeignAddress(),
    };
}
