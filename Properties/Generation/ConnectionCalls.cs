using Verify.Abi;
using Verify.Model.States;

namespace Verify.Properties.Generation;

/// <summary>connect, listen, accept.</summary>
internal static class ConnectionCalls
{
    public static Call? Connect(Scene scene)
    {
        if (!scene.TryAim(CanConnect, out Aim aim))
        {
            return null;
        }

        Endpoint remote = scene.ToReach(aim.Socket?.Protocol ?? Protocol.Udp);
        return new Call.Connect(aim.Pid, aim.Fd, scene.Argument(remote));
    }

    /// <summary>To AF_UNSPEC.</summary>
    public static Call? Disconnect(Scene scene) =>
        scene.TryAim(IsConnectedUdp, out Aim aim)
            ? new Call.Connect(aim.Pid, aim.Fd, SocketAddress.Unspecified)
            : null;

    /// <summary>Mostly with a short queue, so that it fills up.</summary>
    public static Call? Listen(Scene scene)
    {
        int longest = scene.State.World.Tunables.MaxBacklog;
        int backlog = scene.Random.Below(12) switch
        {
            0 => -1,
            1 => int.MaxValue,
            2 => longest,
            3 => longest + 1,
            4 => Numbers.Edge(ref scene.Random),
            5 => 4 + scene.Random.Below(8),
            var some => some % 4,
        };
        return scene.TryAim(CanListen, out Aim aim) ? new Call.Listen(aim.Pid, aim.Fd, backlog) : null;
    }

    public static Call? Accept(Scene scene) =>
        (scene.Random.Chance(4) ? scene.TryAim(out Aim aim) : scene.TryAim(HasQueued, out aim))
            ? new Call.Accept(aim.Pid, aim.Fd)
            : null;

    private static bool CanConnect(Socket socket) =>
        socket.Protocol == Protocol.Udp
        || !(socket.IsConnected || socket.IsGone || socket.IsListening || socket.IsIdle);

    private static bool CanListen(Socket socket) =>
        socket.Protocol == Protocol.Tcp && !(socket.IsConnected || socket.IsGone);

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool HasQueued(Socket socket) => !socket.Queue.IsEmpty;
}
