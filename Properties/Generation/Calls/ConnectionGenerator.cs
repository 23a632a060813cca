using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;
using Verify.Properties.Values;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates connect(2), listen(2) and accept(2).</summary>
internal static class ConnectionGenerator
{
    public static Call? Connect(RunContext run)
    {
        if (!run.TryPickSocket(CanConnect, out SocketTarget target))
        {
            return null;
        }

        Endpoint remote = run.EndpointToReach(target.Socket?.Protocol ?? Protocol.Udp);
        return new Call.Connect(target.Pid, target.Fd, run.Sockaddr(remote));
    }

    /// <summary>connect(2) to AF_UNSPEC, which dissolves the association.</summary>
    public static Call? Disconnect(RunContext run) =>
        run.TryPickSocket(IsConnectedUdp, out SocketTarget target)
            ? new Call.Connect(target.Pid, target.Fd, SocketAddress.Unspecified)
            : null;

    /// <summary>Mostly with a short queue, so that it overflows.</summary>
    public static Call? Listen(RunContext run)
    {
        int longest = run.State.World.Tunables.MaxBacklog;
        int backlog = run.Random.Below(12) switch
        {
            0 => -1,
            1 => int.MaxValue,
            2 => longest,
            3 => longest + 1,
            4 => EdgeIntegers.Edge(ref run.Random),
            5 => 4 + run.Random.Below(8),
            var some => some % 4,
        };
        return run.TryPickSocket(CanListen, out SocketTarget target)
            ? new Call.Listen(target.Pid, target.Fd, backlog)
            : null;
    }

    /// <summary>Mostly with a connection in the queue; sometimes without one, so that the call may sleep.</summary>
    public static Call? Accept(RunContext run)
    {
        Func<Socket, bool> fits = run.Random.Below(100) switch
        {
            < 4 => IsAny,
            < 24 => IsListening,
            _ => HasQueued,
        };
        return run.TryPickSocket(fits, out SocketTarget target) ? new Call.Accept(target.Pid, target.Fd) : null;
    }

    private static bool CanConnect(Socket socket) =>
        socket.Protocol == Protocol.Udp
        || !(socket.IsConnected || socket.IsGone || socket.IsListening || socket.IsIdle);

    private static bool CanListen(Socket socket) =>
        socket.Protocol == Protocol.Tcp && !(socket.IsConnected || socket.IsGone);

    private static bool IsConnectedUdp(Socket socket) => socket.Protocol == Protocol.Udp && socket.IsConnected;

    private static bool IsAny(Socket socket) => true;

    private static bool IsListening(Socket socket) => socket.IsListening;

    private static bool HasQueued(Socket socket) => !socket.Queue.IsEmpty;
}
