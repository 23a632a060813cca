using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>sendto, send, recvfrom.</summary>
internal static class DatagramCalls
{
    /// <summary>Of every length that there is; the last two differ in one character, the last.</summary>
    private static readonly Data[] Datagrams =
    [
        .. new[] { "", "", "q", "q", "qu", "qui", "quiz", "query", "answer", "answers", "answer 1", "answer 2" }
            .Select(Data.Of),
    ];

    /// <summary>Mostly on what can send it; on connections, streams and what is gone as well.</summary>
    public static Call? SendTo(Scene scene) =>
        (scene.Random.Chance(6) ? scene.TryAim(out Aim aim) : scene.TryAim(IsUnconnectedUdp, out aim))
            ? new Call.SendTo(aim.Pid, aim.Fd, scene.Datagram(), scene.Argument(Destination(scene, aim.Socket)))
            : null;

    /// <summary>Without an address.</summary>
    public static Call? Send(Scene scene) =>
        (scene.Random.Chance(6) ? scene.TryAim(out Aim aim) : scene.TryAim(IsConnectedUdp, out aim))
            ? new Call.SendTo(aim.Pid, aim.Fd, scene.Datagram(), null)
            : null;

    public static Call? RecvFrom(Scene scene) =>
        (scene.Random.Chance(10) ? scene.TryAim(out Aim aim) : scene.TryAim(HasNews, out aim))
            ? new Call.RecvFrom(aim.Pid, aim.Fd)
            : null;

    /// <summary>What a datagram carries.</summary>
    public static Data Datagram(this Scene scene) => scene.Random.Pick<Data>(Datagrams);

    private static Endpoint Destination(Scene scene, Socket? sender) =>
        sender?.Options.Contains(SocketOption.SO_BROADCAST) == true && scene.Random.Chance(40)
            ? new Endpoint(scene.AllOfNetwork(), scene.Port())
            : scene.ToReach(Protocol.Udp);

    private static bool IsUnconnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && !socket.IsConnected;

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool HasNews(Socket socket) => !socket.Inbox.IsEmpty || socket.PendingError != Errno.None;
}
