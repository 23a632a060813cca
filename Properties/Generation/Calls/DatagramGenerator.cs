using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates transfers of datagrams.</summary>
internal static class DatagramGenerator
{
    /// <summary>
    /// Data of several lengths; repeated ones are picked more often, and the last two differ in their last byte only.
    /// </summary>
    private static readonly Data[] Datagrams =
    [
        .. new[] { "", "", "q", "q", "qu", "qui", "quiz", "query", "answer", "answers", "answer 1", "answer 2" }
            .Select(Data.Of),
    ];

    /// <summary>
    /// Mostly on an unconnected UDP socket; also on connected ones, on TCP sockets, and on descriptors that are not
    /// open.
    /// </summary>
    public static Call? SendTo(RunContext run) =>
        (run.Random.Chance(6)
            ? run.TryPickSocket(out SocketTarget target)
            : run.TryPickSocket(IsUnconnectedUdp, out target))
            ? TransferForms.Sending(
                run, target.Pid, target.Fd, run.Datagram(), run.Sockaddr(Destination(run, target.Socket)))
            : null;

    /// <summary>send(2): sendto(2) without an address.</summary>
    public static Call? Send(RunContext run) =>
        (run.Random.Chance(6)
            ? run.TryPickSocket(out SocketTarget target)
            : run.TryPickSocket(IsConnectedUdp, out target))
            ? TransferForms.Sending(run, target.Pid, target.Fd, run.Datagram(), null)
            : null;

    /// <summary>Mostly of a datagram that waits; sometimes without one, so that the call may sleep.</summary>
    public static Call? RecvFrom(RunContext run)
    {
        bool isPicked = run.Random.Chance(22)
            ? run.TryPickSocket(out SocketTarget target)
            : run.TryPickSocket(HasInput, out target);
        return isPicked
            ? TransferForms.Receiving(
                run,
                target.Pid,
                target.Fd,
                run.Random.Chance(20) ? PairGenerator.ReceiveLength(run, target.Socket) : Call.Receiving.UsualLength)
            : null;
    }

    /// <summary>The data of a datagram.</summary>
    public static Data Datagram(this RunContext run) => run.Random.Pick<Data>(Datagrams);

    private static Endpoint Destination(RunContext run, Socket? sender) =>
        sender?.Options.Contains(SocketOption.SO_BROADCAST) == true && run.Random.Chance(40)
            ? new Endpoint(run.BroadcastAddress(), ReceivingPort(run))
        : run.Random.Chance(12) ? new Endpoint(run.ManyAddress(), ReceivingPort(run))
        : run.EndpointToReach(Protocol.Udp);

    /// <summary>Mostly a port at which somebody may receive.</summary>
    private static ushort ReceivingPort(RunContext run) =>
        run.Random.Chance(75) && run.FindReceiver(Protocol.Udp) is { } receiver ? receiver.Local.Port : run.Port();

    private static bool IsUnconnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && !socket.IsConnected;

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool HasInput(Socket socket) => !socket.Inbox.IsEmpty || socket.PendingError != Errno.None;
}
