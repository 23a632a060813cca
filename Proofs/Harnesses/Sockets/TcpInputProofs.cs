using Verify.Abi;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Sockets;

/// <summary>How TCP answers a first segment, and what happens to a connection whose peer closes.</summary>
internal static class TcpInputProofs
{
    [Proof("S10", "A socket at the port connects if it listens and does not answer otherwise; without one the "
        + "connection is refused.",
        Bound = "one TCP socket on the host, with an empty queue", Mutant = "closed-socket-refuses")]
    public static void FirstSegment(HostState state, SocketState socket, Endpoint source, Endpoint destination)
    {
        Proof.Assume(ProofHost.IsOutside(source) & destination.Port != 0);
        var host = new ProofHost(state);
        Socket called = host.Add(host.Tcp, socket);
        Endpoint local = called.Pcb!.Local;
        bool has = local.Port == destination.Port & (local.Address == destination.Address | local.Address.IsAny);
        bool isSame = local == destination & called.Pcb.Foreign == source;
        Traffic traffic = default;
        Errno error = host.Tcp.Input(source, destination, ref traffic);
        Proof.Assert(
            error == (called.IsListening & has ? Errno.None
                : isSame | (has & !called.IsConnected) ? Errno.ETIMEDOUT
                : Errno.ECONNREFUSED),
            "the answer follows from the socket at the port");
        Proof.Assert(ReferenceEquals(traffic.Receiver, called) == (error == Errno.None), "it gets the connection");
        Proof.Assert(called.Waiting.Count == (error == Errno.None ? 1 : 0), "it queues one connection");
        Proof.Assert(
            called.Waiting.First is not { } connection
            || (connection.Pcb!.Local == destination & connection.Pcb.Foreign == source & connection.IsConnected),
            "with its ends");
    }

    [Proof("S10", "Closing one end of a connection on this host resets the other, and no other socket.",
        Bound = "the two ends, another bound TCP socket and a UDP socket; /24 networks", Mutant = "peer-not-reset")]
    public static void CloseResetsThePeer(
        HostState state, SocketState socket, SocketState other, SocketState third, SocketState datagrams)
    {
        var host = new ProofHost(state.Plain);
        Socket datagram = host.AddBeside(host.Tcp, datagrams);
        Socket beside = host.Add(host.Tcp, third);
        Proof.Assume(datagram.Pcb!.IsBound & beside.Pcb!.IsBound);
        Socket peer = host.Add(host.Tcp, other);
        Socket called = host.Add(host.Tcp, socket);
        (Endpoint local, Endpoint foreign) = (called.Pcb!.Local, called.Pcb.Foreign);
        Pcb pcb = peer.Pcb!;
        // ConnectProofs.EndsAreUnique excludes two connections with the same ends.
        Proof.Assume(!(beside.Pcb!.Local == foreign & beside.Pcb.Foreign == local));
        var bystander = new Bystander(beside);
        var elsewhere = new Bystander(datagram);
        bool isPeer = called.IsConnected & peer.IsConnected & pcb.Local == foreign & pcb.Foreign == local;
        host.Close(called);
        Proof.Assert(peer.Pcb is null == isPeer, "the peer lost its PCB");
        Proof.Assert(!isPeer | !peer.IsConnected, "it is no longer connected");
        bystander.IsAsBefore();
        elsewhere.IsAsBefore();
    }

    [Proof("S10", "Closing a listening socket resets the peer of every queued connection, and no other socket.",
        Bound = "up to two connections, one of this host and one from outside; one other TCP socket; /24 networks",
        Mutant = "waiting-closed-unheard")]
    public static void CloseResetsQueuedPeers(
        HostState state, SocketState socket, SocketState other, SocketState third, Endpoint outside, bool first,
        bool both)
    {
        (ProofHost host, Socket listener, Socket peer, Endpoint local) = Joined(state.Plain, socket, other, outside);
        Socket beside = host.Add(host.Tcp, third);
        Pcb pcb = peer.Pcb!;
        Proof.Assume(beside.Pcb!.IsBound & beside.Pcb.Local != local);
        Proof.Assume(beside.Pcb.Local != pcb.Local & beside.Pcb.Local != outside);
        listener.Waiting.Backlog = 1;
        var bystander = new Bystander(beside);
        Traffic traffic = default;
        if (first & both)
        {
            host.Tcp.Input(outside, local, ref traffic);
        }

        host.Tcp.Input(pcb.Local, local, ref traffic);
        if (!first & both)
        {
            host.Tcp.Input(outside, local, ref traffic);
        }

        host.Close(listener);
        Proof.Assert(peer.Pcb is null & !peer.IsConnected, "the queued peer is no longer connected");
        bystander.IsAsBefore();
    }

    [Proof("S10", "When the peer of a queued connection closes, that connection keeps its place and its ends, and so "
        + "does the other.",
        Bound = "two connections, one of this host and one from outside; /24 networks",
        Mutant = "waiting-one-is-reset")]
    public static void QueueKeepsClosedPeers(
        HostState state, SocketState socket, SocketState other, Endpoint outside, bool first)
    {
        (ProofHost host, Socket listener, Socket peer, Endpoint local) = Joined(state.Plain, socket, other, outside);
        Pcb pcb = peer.Pcb!;
        listener.Waiting.Backlog = 1;
        Traffic traffic = default;
        host.Tcp.Input(first ? outside : pcb.Local, local, ref traffic);
        host.Tcp.Input(first ? pcb.Local : outside, local, ref traffic);
        Endpoint there = pcb.Local;
        host.Close(peer);
        Proof.Assert(listener.Waiting.Count == 2, "both are queued");
        Socket one = listener.Waiting.First!;
        Socket two = one.NextWaiting!;
        Proof.Assert(one.IsConnected & one.Pcb!.Foreign == (first ? outside : there), "the first one");
        Proof.Assert(two.IsConnected & two.Pcb!.Foreign == (first ? there : outside), "and the second one");
    }

    /// <summary>A listening socket, a socket connected to it, and an end outside this host.</summary>
    private static (ProofHost Host, Socket Listener, Socket Peer, Endpoint Local) Joined(
        HostState state, SocketState socket, SocketState other, Endpoint outside)
    {
        Proof.Assume(ProofHost.IsOutside(outside) & !state.HasOwn(outside.Address));
        var host = new ProofHost(state);
        Socket listener = host.Add(host.Tcp, socket.Listening);
        Proof.Assume(listener.IsListening);
        Endpoint local = AcceptProofs.EndOf(state, listener);
        Socket peer = host.Add(host.Tcp, other.ConnectedTo(local));
        Proof.Assume(peer.IsConnected & !peer.Pcb!.Local.Address.IsAny & peer.Pcb.Local != local);
        Proof.Assume(peer.Pcb.Local != outside);
        return (host, listener, peer, local);
    }
}
