using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Kernel;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>How TCP answers those who want to connect, and what becomes of a connection whose other end goes.</summary>
internal static class TcpAnswers
{
    [Proof("S10", "Where a socket has the port, it listens and connects, or does not answer; otherwise it is refused.",
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
    }

    [Proof("S10", "Of four connections that come to a listening socket, one and a half backlogs and one more wait.",
        Mutant = "listen-queue-short")]
    public static void QueueHasRoom(
        HostState state, SocketState socket, int backlog, Endpoint first, Endpoint second, Endpoint third,
        Endpoint fourth)
    {
        Proof.Assume(Host.IsOutside(first) & Host.IsOutside(second) & Host.IsOutside(third) & Host.IsOutside(fourth));
        Proof.Assume(first != second & first != third & first != fourth);
        Proof.Assume(second != third & second != fourth & third != fourth);
        var host = new Host(state);
        Socket called = host.Add(host.Tcp, socket);
        Proof.Assume(called.Pcb!.IsBound & !called.IsConnected);
        host.Connection.Listen(host.Caller(0, 0), called, backlog);
        Endpoint local = called.Pcb!.Local;
        Traffic traffic = default;
        Proof.Assert(host.Tcp.Input(first, local, ref traffic) == Errno.None, "one waits in any case");
        Proof.Assert(
            host.Tcp.Input(second, local, ref traffic) == (backlog == 0 ? Errno.ETIMEDOUT : Errno.None),
            "a second one where there is a backlog");
        Proof.Assert(
            host.Tcp.Input(third, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "a third one where the backlog is two or more");
        Proof.Assert(
            host.Tcp.Input(fourth, local, ref traffic) == (backlog is 0 or 1 ? Errno.ETIMEDOUT : Errno.None),
            "and with it a fourth one");
    }

    [Proof("S10", "Closing one end of a connection on this host resets the other, and no other socket.",
        Mutant = "peer-not-reset")]
    public static void CloseResetsThePeer(HostState state, SocketState socket, SocketState other)
    {
        var host = new Host(state);
        Socket peer = host.Add(host.Tcp, other);
        Socket called = host.Add(host.Tcp, socket);
        (Endpoint local, Endpoint foreign) = (called.Pcb!.Local, called.Pcb.Foreign);
        Pcb pcb = peer.Pcb!;
        bool isPeer = called.IsConnected & peer.IsConnected & pcb.Local == foreign & pcb.Foreign == local;
        host.Close(called);
        Proof.Assert(peer.Pcb is null == isPeer, "the peer has lost its PCB");
        Proof.Assert(!isPeer | !peer.IsConnected, "it is connected no more");
        host.IsConfined();
    }
}
