using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>How TCP answers those who want to connect, and what becomes of a connection whose other end goes.</summary>
internal static class TcpAnswers
{
    [Proof("S10", "Where a socket has the port, it listens and connects, or does not answer; otherwise it is refused.",
        Bound = "one TCP socket on the host, at which nothing waits",
        Mutant = "closed-socket-refuses")]
    public static void ToTheFirstSegment(HostState state, SocketState socket, Endpoint source, Endpoint destination)
    {
        Proof.Assume(Host.IsOutside(source) & destination.Port != 0);
        var host = new Host(state);
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
            "it answers as the socket there is");
        Proof.Assert(ReferenceEquals(traffic.Receiver, called) == (error == Errno.None), "it gets the connection");
        Proof.Assert(called.Waiting.Count == (error == Errno.None ? 1 : 0), "one connection");
        Proof.Assert(
            called.Waiting.First is not { } connection
            || (connection.Pcb!.Local == destination & connection.Pcb.Foreign == source & connection.IsConnected),
            "with its ends");
    }

    [Proof("S10", "Closing one end of a connection on this host resets the other, and no other socket.",
        Bound = "the two ends, another TCP socket with a port and a UDP socket; networks of 256",
        Mutant = "peer-not-reset")]
    public static void CloseResetsThePeer(
        HostState state, SocketState socket, SocketState other, SocketState third, SocketState datagrams)
    {
        var host = new Host(state.Plain);
        Socket datagram = host.AddBeside(host.Tcp, datagrams);
        Socket beside = host.Add(host.Tcp, third);
        Proof.Assume(datagram.Pcb!.IsBound & beside.Pcb!.IsBound);
        Socket peer = host.Add(host.Tcp, other);
        Socket called = host.Add(host.Tcp, socket);
        (Endpoint local, Endpoint foreign) = (called.Pcb!.Local, called.Pcb.Foreign);
        Pcb pcb = peer.Pcb!;
        // That two connections have the same ends is excluded by ConnectRules.EndsAreUnique.
        Proof.Assume(!(beside.Pcb!.Local == foreign & beside.Pcb.Foreign == local));
        var bystander = new Bystander(beside);
        var elsewhere = new Bystander(datagram);
        bool isPeer = called.IsConnected & peer.IsConnected & pcb.Local == foreign & pcb.Foreign == local;
        host.Close(called);
        Proof.Assert(peer.Pcb is null == isPeer, "the peer has lost its PCB");
        Proof.Assert(!isPeer | !peer.IsConnected, "it is connected no more");
        bystander.IsAsBefore();
        elsewhere.IsAsBefore();
    }

    [Proof("S10", "Closing a listening socket resets the peer of every connection that waits, and no other socket.",
        Bound = "up to two connections, one of this host and one from outside; one other TCP socket; networks of 256",
        Mutant = "waiting-closed-unheard")]
    public static void CloseResetsThoseWhoWait(
        HostState state, SocketState socket, SocketState other, SocketState third, Endpoint outside, bool first,
        bool both)
    {
        (Host host, Socket listener, Socket peer, Endpoint local) = Joined(state.Plain, socket, other, outside);
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
        Proof.Assert(peer.Pcb is null & !peer.IsConnected, "whose connection waited is connected no more");
        bystander.IsAsBefore();
    }

    [Proof("S10", "When the peer of a connection that waits closes, that one keeps its place and its ends, and so does the "
        + "other.",
        Bound = "two connections, one of this host and one from outside; networks of 256",
        Mutant = "waiting-one-is-reset")]
    public static void QueueKeepsWhoCloses(
        HostState state, SocketState socket, SocketState other, Endpoint outside, bool first)
    {
        (Host host, Socket listener, Socket peer, Endpoint local) = Joined(state.Plain, socket, other, outside);
        Pcb pcb = peer.Pcb!;
        listener.Waiting.Backlog = 1;
        Traffic traffic = default;
        host.Tcp.Input(first ? outside : pcb.Local, local, ref traffic);
        host.Tcp.Input(first ? pcb.Local : outside, local, ref traffic);
        Endpoint there = pcb.Local;
        host.Close(peer);
        Proof.Assert(listener.Waiting.Count == 2, "both wait");
        Socket one = listener.Waiting.First!;
        Socket two = one.NextWaiting!;
        Proof.Assert(one.IsConnected & one.Pcb!.Foreign == (first ? outside : there), "the first one");
        Proof.Assert(two.IsConnected & two.Pcb!.Foreign == (first ? there : outside), "and the second");
    }

    /// <summary>A listening socket, one that is connected to its end, and an end outside of this host.</summary>
    private static (Host Host, Socket Listener, Socket Peer, Endpoint Local) Joined(
        HostState state, SocketState socket, SocketState other, Endpoint outside)
    {
        Proof.Assume(Host.IsOutside(outside) & !state.HasOwn(outside.Address));
        var host = new Host(state);
        Socket listener = host.Add(host.Tcp, socket.Listening);
        Proof.Assume(listener.IsListening);
        Endpoint local = Accepting.EndOf(state, listener);
        Socket peer = host.Add(host.Tcp, other.ConnectedTo(local));
        Proof.Assume(peer.IsConnected & !peer.Pcb!.Local.Address.IsAny & peer.Pcb.Local != local);
        Proof.Assume(peer.Pcb.Local != outside);
        return (host, listener, peer, local);
    }
}
