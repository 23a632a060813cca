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
    [Proof("G1", "UDP bind, one socket beside two others.", Mutant = "local-not-coerced")]
    public static void BindUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        var host = new Host(state);
        Socket called = host.Add(host.Udp, which, socket, b, c);
        NameCalls.Bind(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "UDP connect, which disconnects a connected socket, beside two others; ports from the default range.",
        Mutant = "connect-takes-interface")]
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

    [Proof("G1", "UDP sendto, named or not, beside two other sockets; ports from the default range.",
        Mutant = "sendto-restores-any")]
    public static void SendToUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, bool named,
        byte prison, int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Udp, which, socket, b, c);
        Prison? owner = called.Owner.Prison;
        SocketAddress? to = named ? name : null;
        Outcome outcome = host.Transfer.SendTo(host.Caller(prison, uid), called, default, to);
        host.IsConfined();
        Host.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP bind, one socket beside two others; ports from the default range.", Mutant = "local-not-coerced")]
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

    [Proof("G1", "TCP connect beside two other sockets, which may listen; ports from the default range.",
        Mutant = "implied-bind-not-coerced")]
    public static void ConnectTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        Prison? owner = called.Owner.Prison;
        Outcome outcome = host.Connection.Connect(host.Caller(prison, uid), called, name);
        host.IsConfined();
        Host.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP listen, with an implied bind or without, beside two others; ports from the default range.",
        Mutant = "implied-bind-not-coerced")]
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

    [Proof("G1", "A connection from outside reaches one of three TCP sockets.", Mutant = "specific-receives-for-all")]
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

    [Proof("G1", "A connection from outside comes to a TCP socket beside two others, and any process accepts it.",
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

    [Proof("G1", "Of three sockets a jailed one is found only for what was sent to its prison's address.",
        Mutant = "specific-receives-for-all")]
    public static void ReceivesForItsPrisonOnly(
        HostState state, SocketState a, SocketState b, SocketState c, Endpoint source, Endpoint destination)
    {
        var host = new Host(state);
        host.Add(host.Udp, 0, a, b, c);
        Proof.Assert(
            Host.MayReceive(host.Table.LookupHash(source, destination, wildcard: true), destination),
            "the receiver's prison has the destination's address");
    }

    private static bool AreTogether(Socket a, Socket b) => ReferenceEquals(a.Owner.Prison, b.Owner.Prison);
}
