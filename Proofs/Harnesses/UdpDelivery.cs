using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Proofs.Harnesses;

/// <summary>What becomes of a datagram that a connected socket sends, and how many wait at one.</summary>
internal static class UdpDelivery
{
    [Proof("S11", "Who is connected to a port of this host that nobody has is told so where it sends: ECONNREFUSED.",
        Mutant = "unreachable-unnoticed")]
    public static void RefusalIsTold(HostState state, SocketState socket, SocketState other)
    {
        Proof.Assume(socket.Local.Port != 0);
        var host = new Host(state);
        Socket receiver = host.Add(host.Udp, other);
        Socket called = host.Add(host.Udp, socket);
        Proof.Assume(called.IsConnected);
        (Endpoint local, Endpoint foreign) = (called.Pcb!.Local, called.Pcb.Foreign);
        bool reachesSocket = Takes(called.Pcb, local, foreign) | Takes(receiver.Pcb!, local, foreign);
        Outcome outcome = host.Transfer.SendTo(host.Caller(0, 0), called, default, null);
        Proof.Assert(
            called.PendingError == Errno.ECONNREFUSED
                == (outcome.Sent is not null & state.HasOwn(foreign.Address) & !reachesSocket),
            "it is told where nobody got it, and only then");
        Proof.Assert(
            receiver.PendingError == Errno.None | (receiver.Pcb!.Local == local & receiver.Pcb.Foreign == foreign),
            "nobody with other ends is told");
    }

    [Proof("S11", "An error that waits at a socket is what the next sendto or recvfrom returns, and then it is gone.",
        Mutant = "pending-error-stays")]
    public static void ErrorIsToldOnce(HostState state, SocketState socket, Errno error, bool sends)
    {
        Proof.Assume(error != Errno.None);
        var host = new Host(state);
        Socket called = host.Add(host.Udp, socket);
        called.PendingError = error;
        Outcome told = sends
            ? host.Transfer.SendTo(host.Caller(0, 0), called, default, null)
            : host.Transfer.RecvFrom(called);
        Proof.Assert(told.Error == error & told.Sent is null, "it is told, and nothing is sent");
        Proof.Assert(host.Transfer.RecvFrom(called).Error == Errno.EAGAIN, "it is gone");
    }

    [Proof("S11", "Two datagrams come to a socket: each waits where its octets and 16 for its sender still fit.",
        Mutant = "receive-space-short")]
    public static void WaitsWhereThereIsRoom(HostState state, Endpoint sender, Data first, Data second, int space)
    {
        Proof.Assume(first.Length <= Data.MaxLength & second.Length <= Data.MaxLength & space is >= 0 and <= 65536);
        var host = new Host(state, new Tunables { UdpReceiveSpace = space });
        Socket socket = host.Add(host.Udp, default);
        int firstTakes = first.Length + 16;
        bool hasFirst = firstTakes <= space;
        bool hasSecond = (hasFirst ? firstTakes : 0) + second.Length + 16 <= space;
        Proof.Assert(host.Sockets.TryDeliver(socket, sender, first) == hasFirst, "the first");
        Proof.Assert(host.Sockets.TryDeliver(socket, sender, second) == hasSecond, "the second");
    }

    private static bool Takes(Pcb pcb, Endpoint source, Endpoint destination) =>
        pcb.Local.Port == destination.Port & pcb.Local.Port != 0
        & (pcb.Foreign.IsNone
            ? pcb.Local.Address == destination.Address | pcb.Local.Address.IsAny
            : pcb.Foreign == source & pcb.Local.Address == destination.Address);
}
