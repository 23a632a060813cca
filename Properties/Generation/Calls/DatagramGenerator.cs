using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>sendto, send, recvfrom.</summary>
internal static class DatagramGenerator
{
    /// <summary>Of every length that there is; the last two differ in one character, the last.</summary>
    private static readonly Data[] Datagrams =
    [
        .. new[] { "", "", "q", "q", "qu", "qui", "quiz", "query", "answer", "answers", "answer 1", "answer 2" }
            .Select(Data.Of),
    ];

    /// <summary>Mostly on what can send it; on connections, streams and what is gone as well.</summary>
    public static Call? SendTo(RunContext run) =>
        (run.Random.Chance(6) ? run.TryPickSocket(out SocketTarget target) : run.TryPickSocket(IsUnconnectedUdp, out target))
            ? new Call.SendTo(target.Pid, target.Fd, run.Datagram(), run.Argument(Destination(run, target.Socket)))
            : null;

    /// <summary>Without an address.</summary>
    public static Call? Send(RunContext run) =>
        (run.Random.Chance(6) ? run.TryPickSocket(out SocketTarget target) : run.TryPickSocket(IsConnectedUdp, out target))
            ? new Call.SendTo(target.Pid, target.Fd, run.Datagram(), null)
            : null;

    public static Call? RecvFrom(RunContext run) =>
        (run.Random.Chance(10) ? run.TryPickSocket(out SocketTarget target) : run.TryPickSocket(HasNews, out target))
            ? new Call.RecvFrom(target.Pid, target.Fd)
            : null;

    /// <summary>What a datagram carries.</summary>
    public static Data Datagram(this RunContext run) => run.Random.Pick<Data>(Datagrams);

    private static Endpoint Destination(RunContext run, Socket? sender) =>
        sender?.Options.Contains(SocketOption.SO_BROADCAST) == true && run.Random.Chance(40)
            ? new Endpoint(run.AllOfNetwork(), run.Port())
            : run.ToReach(Protocol.Udp);

    private static bool IsUnconnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && !socket.IsConnected;

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool HasNews(Socket socket) => !socket.Inbox.IsEmpty || socket.PendingError != Errno.None;
}
