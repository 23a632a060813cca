using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>
/// No escape from a prison's address, as an invariant: from every state in which each jailed socket has its prison's
/// local address, any one call leads to another such state and sends nothing from another address.
/// </summary>
internal static class PrisonIsolationProofs
{
    private const string Others = "three sockets of one protocol in one hash chain, two prisons, three local "
        + "addresses, ranges of two ports";
    private const string FromTheDefault = "; implied ports from the default range; empty queues";

    [Proof("G1", "UDP bind keeps every jailed socket at its prison's address.",
        Bound = Others, Mutant = "local-not-coerced")]
    public static void BindUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        var host = new ProofHost(state);
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
        var host = new ProofHost(state).WithDefaultRoute();
        Socket called = host.Add(host.Udp, which, socket, b, c);
        host.Connection.Connect(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "UDP sendto, with a destination or without, sends from the prison's address and keeps every jailed "
        + "socket at it.",
        Bound = Others + FromTheDefault, Mutant = "sendto-restores-any")]
    public static void SendToUdp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, bool named,
        byte prison, int uid, Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state).WithDefaultRoute();
        Socket called = host.Add(host.Udp, which, socket, b, c);
        called.PendingError = pending;
        Prison? owner = called.Owner.Prison;
        SocketAddress? to = named ? name : null;
        Outcome outcome = host.Sending.SendTo(host.Caller(prison, uid), called, default, to);
        host.IsConfined();
        ProofHost.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP bind keeps every jailed socket at its prison's address.",
        Bound = Others + FromTheDefault, Mutant = "local-not-coerced")]
    public static void BindTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        NameCalls.Bind(host.Caller(prison, uid), called, name);
        host.IsConfined();
    }

    [Proof("G1", "TCP connect sends from the prison's address and keeps every jailed socket at it, a new one "
        + "included.",
        Bound = Others + FromTheDefault, Mutant = "implied-bind-not-coerced")]
    public static void ConnectTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, SocketAddress name, byte prison,
        int uid, Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state).WithDefaultRoute();
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        called.PendingError = pending;
        Prison? owner = called.Owner.Prison;
        Outcome outcome = host.Connection.Connect(host.Caller(prison, uid), called, name);
        host.IsConfined();
        ProofHost.SendsAsItself(owner, outcome.Sent);
    }

    [Proof("G1", "TCP listen, with or without an implied bind, keeps every jailed socket at its prison's address.",
        Bound = Others + FromTheDefault, Mutant = "implied-bind-not-coerced")]
    public static void ListenTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, int backlog, byte prison,
        int uid)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        host.Connection.Listen(host.Caller(prison, uid), called, backlog);
        host.IsConfined();
    }

    [Proof("G1", "A TCP connection from outside leaves every jailed socket at its prison's address, a new one "
        + "included.",
        Bound = Others + "; empty queues", Mutant = "specific-receives-for-all")]
    public static void InputTcp(
        HostState state, SocketState a, SocketState b, SocketState c, Endpoint source, Endpoint destination)
    {
        Proof.Assume(ProofHost.IsOutside(source) & destination.Port != 0);
        var host = new ProofHost(state);
        host.Add(host.Tcp, 0, a, b, c);
        Traffic traffic = default;
        host.Tcp.Input(source, destination, ref traffic);
        host.IsConfined();
    }

    [Proof("G1", "A TCP connection from outside belongs to the prison of the listening socket, whichever process "
        + "accepts it.",
        Bound = Others + "; one connection is queued, and the accepting process has no descriptors",
        Mutant = "connection-of-the-host")]
    public static void AcceptTcp(
        HostState state, byte which, SocketState socket, SocketState b, SocketState c, Endpoint source,
        Endpoint destination, byte prison, int uid)
    {
        Proof.Assume(ProofHost.IsOutside(source) & destination.Port != 0);
        var host = new ProofHost(state);
        Socket listener = host.Add(host.Tcp, which, socket, b, c);
        Traffic traffic = default;
        host.Tcp.Input(source, destination, ref traffic);
        if (!ReferenceEquals(traffic.Receiver, listener))
        {
            return; // The others belong to InputTcp; with an empty queue accept does nothing.
        }

        Process caller = host.Caller(prison, uid);
        host.Accept(caller, listener);
        Socket accepted = caller.Descriptors[0]!.Socket!;
        Proof.Assert(ProofHost.AreTogether(accepted, listener), "the connection is in the listening socket's prison");
        host.IsConfined();
    }

    [Proof("G1", "The lookup finds a jailed socket only for packets to its prison's address.",
        Bound = Others, Mutant = "specific-receives-for-all")]
    public static void ReceivesForItsPrisonOnly(
        HostState state, SocketState a, SocketState b, SocketState c, Endpoint source, Endpoint destination)
    {
        var host = new ProofHost(state);
        host.Add(host.Udp, 0, a, b, c);
        Proof.Assert(
            ProofHost.MayReceive(host.Table.LookupHash(source, destination, wildcard: true), destination),
            "the receiver's prison has the destination's address");
    }

    [Proof("G1", "TCP close leaves the other sockets confined; it drops the peer, if that is on this host.",
        Bound = Others + "; empty queues (others: CloseProofs.TcpFreesAllMemory)",
        Mutant = "dropped-peer-connected")]
    public static void CloseTcp(HostState state, byte which, SocketState socket, SocketState b, SocketState c)
    {
        var host = new ProofHost(state);
        Socket called = host.Add(host.Tcp, which, socket, b, c);
        host.Close(called);
        host.IsConfined();
    }
}
