using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Jail;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// No escape from a prison's address, as an invariant: from every state in which each jailed socket's local address is
/// its prison's, any one call leads to such a state again, and sends nothing from another address.
/// </summary>
internal static class PrisonWalls
{
    private const string Others = "three sockets of one protocol in one hash chain, two prisons, three own addresses, "
        + "ranges of two ports";
    private const string FromTheDefault = "; implied ports from the default range; no connections or datagrams wait";

    [Proof("G1", "UDP bind keeps every jailed socket at its prison's address.", Bound = Others,
        Mutant = "local-not-coerced")]
    public static void BindUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Udp, which, socket, b, c);
        NameCalls.Bind(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "UDP connect, which may disconnect first, keeps every jailed socket at its prison's address.",
        Bound = Others + FromTheDefault, Mutant = "connect-takes-interface")]
    public static void ConnectUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Udp, which, socket, b, c);
        host.Connection.Connect(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "UDP sendto, named or not, sends from the prison's address, and keeps every jailed socket at it.",
        Bound = Others + FromTheDefault, Mutant = "sendto-restores-any")]
    public static void SendToUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, bool named,
        byte prison, int uid, Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Udp, which, socket, b, c);
        called.PendingError = pending;
        Prison? owner = called.Owner.Prison;
        SocketAddress? to = named ? name : null;
        Outcome outcome = host.Transfer.SendTo(host.Caller(prison, uid), called, default, to);
        host.IsConfined();
        Host.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP bind keeps every jailed socket at its prison's address.",
        Bound = Others + FromTheDefault, Mutant = "local-not-coerced")]
    public static void BindTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        NameCalls.Bind(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "TCP connect sends from the prison's address, and keeps every jailed socket at it, a new one too.",
        Bound = Others + FromTheDefault, Mutant = "implied-bind-not-coerced")]
    public static void ConnectTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid, Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        called.PendingError = pending;
        Prison? owner = called.Owner.Prison;
        Outcome outcome = host.Connection.Connect(host.Caller(prison, uid), called, name);
        host.IsConfined();
        Host.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP listen, with an implied bind or without, keeps every jailed socket at its prison's address.",
        Bound = Others + FromTheDefault, Mutant = "implied-bind-not-coerced")]
    public static void ListenTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, int backlog, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        host.Connection.Listen(host.Caller(prison, uid), called, backlog);
        host.IsConfined();
    }

    [Proof("G1", "A TCP connection from outside leaves every jailed socket at its prison's address, a new one too.",
        Bound = Others + "; no connections wait", Mutant = "specific-receives-for-all")]
    public static void InputTcp(
        HostState state, SocketState a, SocketState b, SocketState c, Endpoint source, Endpoint destination)
    {
        Proof.Assume(Host.IsOutside(source) & destination.Port != 0);
        var host = new Host(state);
        host.Add(host.Tcp, 0, a, b, c);
        Traffic traffic = default;
        host.Tcp.Input(source, destination, ref traffic);
        host.IsConfined();
    }

    [Proof("G1", "A TCP connection from outside that any process accepts is in the listening socket's prison.",
        Bound = Others + "; one connection waits, and who accepts it has no descriptors",
        Mutant = "connection-of-the-host")]
    public static void AcceptTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, Endpoint source,
        Endpoint destination, byte prison, int uid)
    {
        Proof.Assume(Host.IsOutside(source) & destination.Port != 0);
        var host = new Host(state);
        Socket listener = host.Add(host.Tcp, which, socket, b, c);
        Traffic traffic = default;
        host.Tcp.Input(source, destination, ref traffic);
        if (!ReferenceEquals(traffic.Receiver, listener))
        {
            return; // InputTcp is about the others; where nothing waits, accept does nothing.
        }

        Process caller = host.Caller(prison, uid);
        host.Creation.Accept(caller, listener);
        Socket accepted = caller.Descriptors[0]!.Socket!;
        Proof.Assert(AreTogether(accepted, listener), "the connection is in the listening socket's prison");
        host.IsConfined();
    }

    [Proof("G1", "A jailed socket is found only for what was sent to its prison's address.",
        Bound = Others, Mutant = "specific-receives-for-all")]
    public static void ReceivesForItsPrisonOnly(
        HostState state, SocketState a, SocketState b, SocketState c, Endpoint source, Endpoint destination)
    {
        var host = new Host(state);
        host.Add(host.Udp, 0, a, b, c);
        Proof.Assert(
            Host.MayReceive(host.Table.LookupHash(source, destination, wildcard: true), destination),
            "the receiver's prison has the destination's address");
    }

    [Proof("G1", "TCP close leaves the others confined; its peer, if it has one on this host, is dropped.",
        Bound = Others + "; at which nothing waits, Closing.TcpGivesAllBack is about those",
        Mutant = "dropped-peer-connected")]
    public static void CloseTcp(HostState state, byte which, SocketState socket, SocketState b, SocketState c)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        host.Close(called);
        host.IsConfined();
    }

    [Proof("G1", "On a TCP socket that was dropped bind, connect, listen and sendto fail, and it stays without a PCB.",
        Bound = "alone, and listening or connected before it was dropped", Mutant = "dropped-socket-binds")]
    public static void CallsOnDropped(
        HostState state, SocketState socket, byte call, SocketAddress name, byte prison, int uid)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, socket);
        host.Table.Free(called.Pcb!);
        called.Pcb = null;
        called.IsConnected = called.IsListening = false;
        Process caller = host.Caller(prison, uid);
        Outcome outcome = call switch
        {
            0 => NameCalls.Bind(caller, called, name),
            1 => host.Connection.Connect(caller, called, name),
            2 => host.Connection.Listen(caller, called, uid),
            _ => host.Transfer.SendTo(caller, called, default, name),
        };
        Proof.Assert(outcome.Error != Errno.None & outcome.Sent is null, "it fails, and nothing is sent");
        Proof.Assert(called.Pcb is null & host.Table.First is null, "it has no PCB");
        Proof.Assert(!called.IsConnected & !called.IsListening, "it is neither connected nor listening");
    }

    [Proof("G1", "While a datagram waits and an error is pending, bind, connect, sendto and recvfrom on a UDP socket keep "
        + "every jailed socket at its prison's address, and send from it.",
        Bound = "two sockets in one hash chain, networks of 256, ranges of two ports; implied ports from the default range",
        Mutant = "sendto-restores-any")]
    public static void CallsWhileDatagramWaits(
        HostState state, SocketState socket, SocketState other, byte call, SocketAddress name, byte prison, int uid,
        Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state.Plain);
        host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Prison? owner = called.Owner.Prison;
        host.Sockets.TryDeliver(called, Endpoint.None, default);
        called.PendingError = pending;
        Host.SendsAsItself(owner, Call(host, host.Caller(prison, uid), called, call, name).Sent);
        host.IsConfined();
    }

    [Proof("G1", "While a connection waits at it and an error is pending, bind, connect, listen and accept on a "
        + "listening socket, and another connection, keep every jailed socket at its prison's address.",
        Bound = "two sockets and one or two connections in one hash chain, networks of 256; those who accept have no "
        + "descriptors",
        Mutant = "connection-of-the-host")]
    public static void CallsWhileConnectionWaits(
        HostState state, SocketState socket, SocketState other, Endpoint first, Endpoint second, byte call,
        SocketAddress name, byte prison, int uid, Errno pending)
    {
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second));
        HostState plain = state.Plain;
        var host = new Host(plain);
        host.Add(host.Tcp, other);
        Socket listener = host.Add(host.Tcp, socket.Listening);
        Proof.Assume(listener.IsListening);
        listener.Waiting.Backlog = 2;
        listener.PendingError = pending;
        Endpoint end = Accepting.EndOf(plain, listener);
        Traffic traffic = default;
        host.Tcp.Input(first, end, ref traffic);
        if (call == 0)
        {
            host.Tcp.Input(second, end, ref traffic);
        }
        else
        {
            Call(host, host.Caller(prison, uid), listener, call, name);
        }

        for (Pcb? pcb = host.Table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            Socket found = pcb.Socket;
            Proof.Assert(
                found.Listener is not { } its || AreTogether(found, its),
                "who waits is in the listening socket's prison");
        }

        host.IsConfined();
    }

    private static Outcome Call(Host host, Process caller, Socket called, byte call, SocketAddress name) => call switch
    {
        1 => NameCalls.Bind(caller, called, name),
        2 => host.Connection.Connect(caller, called, name),
        3 => host.Connection.Listen(caller, called, caller.Credentials.Uid),
        4 => host.Creation.Accept(caller, called),
        5 => host.Transfer.RecvFrom(called),
        _ => host.Transfer.SendTo(caller, called, default, name),
    };

    private static bool AreTogether(Socket a, Socket b) => ReferenceEquals(a.Owner.Prison, b.Owner.Prison);
}
