using Verify.Abi;
using Verify.Model;

namespace Verify.Properties.Generation;

/// <summary>sendto, send, recvfrom.</summary>
internal static class DatagramCalls
{
    private static readonly Data[] Datagrams = [Data.Of(""), Data.Of("q"), Data.Of("answer")];

    public static Call? SendTo(Scene scene) =>
        scene.TryAim(IsUnconnectedUdp, out Aim aim)
            ? new Call.SendTo(aim.Pid, aim.Fd, scene.Datagram(), scene.Argument(scene.ToReach(Protocol.Udp)))
            : null;

    /// <summary>Without an address.</summary>
    public static Call? Send(Scene scene) =>
        scene.TryAim(IsConnectedUdp, out Aim aim)
            ? new Call.SendTo(aim.Pid, aim.Fd, scene.Datagram(), null)
            : null;

    public static Call? RecvFrom(Scene scene) =>
        (scene.Random.Chance(10) ? scene.TryAim(out Aim aim) : scene.TryAim(HasNews, out aim))
            ? new Call.RecvFrom(aim.Pid, aim.Fd)
            : null;

    /// <summary>What a datagram carries.</summary>
    public static Data Datagram(this Scene scene) => scene.Random.Pick<Data>(Datagrams);

    private static bool IsUnconnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && !socket.IsConnected;

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool HasNews(Socket socket) => !socket.Inbox.IsEmpty || socket.PendingError != Errno.None;
}
