using Verify.Abi;
using Verify.Implementation.Calls.Sockets;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;
using Verify.Proofs.Harnesses.Sockets;

namespace Verify.Proofs.Harnesses.Jail;

/// <summary>
/// <see cref="PrisonIsolationProofs"/> for sockets in use: with queued data or connections, with a pending error, or
/// dropped.
/// </summary>
internal static class QueuedSocketIsolationProofs
{
    [Proof("G1", "On a dropped TCP socket bind, connect, listen, accept, recvfrom and sendto fail, and it gets no "
        + "PCB.",
        Bound = "alone, and listening or connected before it was dropped", Mutant = "dropped-socket-binds")]
    public static void CallsOnDropped(
        HostState state, SocketState socket, byte call, SocketAddress name, byte prison, int uid)
    {
        var host = new ProofHost(state).WithDefaultRoute();
        Socket called = host.Add(host.Tcp, socket);
        host.Table.Free(called.Pcb!);
        called.Pcb = null;
        called.IsConnected = called.IsListening = false;
        Process caller = host.Caller(prison, uid);
        Outcome outcome = Call(host, caller, called, call, name);
        Proof.Assert(outcome.Error != Errno.None & outcome.Sent.IsEmpty, "it fails and sends nothing");
        Proof.Assert(called.Pcb is null & host.Table.First is null, "it has no PCB");
        Proof.Assert(!called.IsConnected & !called.IsListening, "it is neither connected nor listening");
    }

    [Proof("G1", "With a datagram queued and an error pending, bind, connect, sendto and recvfrom on a UDP socket "
        + "keep every jailed socket at its prison's address, and send from it.",
        Bound = "two sockets in one hash chain, /24 networks, ranges of two ports; implied ports from the default "
        + "range",
        Mutant = "sendto-restores-any")]
    public static void CallsWhileDatagramWaits(
        HostState state, SocketState socket, SocketState other, byte call, SocketAddress name, byte prison, int uid,
        Errno pending)
    {
        Proof.Assume(socket.Range == PortRangeOption.IP_PORTRANGE_DEFAULT);
        var host = new ProofHost(state.Plain).WithDefaultRoute();
        host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Prison? owner = called.Owner.Prison;
        host.Sockets.TryDeliver(called, Endpoint.None, default);
        called.PendingError = pending;
        ProofHost.SendsAsItself(owner, Call(host, host.Caller(prison, uid), called, call, name).Sent);
        host.IsConfined();
    }

    [Proof("G1", "With a connection queued and an error pending, bind, connect, listen and accept on a listening "
        + "socket, and another connection, keep every jailed socket at its prison's address.",
        Bound = "two sockets and one or two connections in one hash chain, /24 networks; accepting processes have no "
        + "descriptors",
        Mutant = "connection-of-the-host")]
    public static void CallsWhileConnectionWaits(
        HostState state, SocketState socket, SocketState other, Endpoint first, Endpoint second, byte call,
        SocketAddress name, byte prison, int uid, Errno pending)
    {
        Proof.Assume(ProofHost.IsOutside(first) & ProofHost.IsOutside(second));
        HostState plain = state.Plain;
        var host = new ProofHost(plain).WithDefaultRoute();
        host.Add(host.Tcp, other);
        Socket listener = host.Add(host.Tcp, socket.Listening);
        Proof.Assume(listener.IsListening);
        listener.Waiting.Backlog = 2;
        listener.PendingError = pending;
        Endpoint end = AcceptProofs.EndOf(plain, listener);
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
                found.Listener is not { } its || ProofHost.AreTogether(found, its),
                "queued connections are in the listening socket's prison");
        }

        host.IsConfined();
    }

    private static Outcome Call(
        ProofHost host, Process caller, Socket called, byte call, SocketAddress name) => call switch
    {
        1 => NameCalls.Bind(caller, called, name),
        2 => host.Connection.Connect(caller, called, name),
        3 => host.Connection.Listen(caller, called, caller.Credentials.Uid),
        4 => host.Accept(caller, called),
        5 => host.Receive(called),
        _ => host.Sending.SendTo(caller, called, default, name),
    };
}
