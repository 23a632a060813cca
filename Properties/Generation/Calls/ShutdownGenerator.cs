using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates shutdown(2), and asks what calls would find: ioctl(2) with FIONREAD, poll(2).</summary>
internal static class ShutdownGenerator
{
    private static readonly ShutdownHow[] Directions =
    [
        ShutdownHow.SHUT_RD, ShutdownHow.SHUT_RD, ShutdownHow.SHUT_WR, ShutdownHow.SHUT_WR, ShutdownHow.SHUT_WR,
        ShutdownHow.SHUT_RDWR, ShutdownHow.SHUT_RDWR,
    ];

    /// <summary>Directions that no header has, which are bits less one.</summary>
    private static readonly int[] NoDirections = [-1, 3, 4, 5, 6, 7, int.MinValue, int.MaxValue];

    /// <summary>Mostly of one that is connected or listens: it ends what others can do with it.</summary>
    public static Call? Shutdown(RunContext run) =>
        (run.Random.Chance(70)
            ? run.TryPickSocket(IsInUse, out SocketTarget target)
            : run.TryPickSocket(out target))
            ? new Call.Shutdown(
                target.Pid,
                target.Fd,
                run.Random.Chance(7)
                    ? (ShutdownHow)run.Random.Pick<int>(NoDirections)
                    : run.Random.Pick<ShutdownHow>(Directions))
            : null;

    public static Call? Ready(RunContext run) =>
        !run.TryPickSocket(out SocketTarget target) ? null
        : run.Random.Chance(30) ? new Call.IoctlReadable(target.Pid, target.Fd)
        : new Call.Poll(target.Pid, target.Fd, Events(run));

    /// <summary>What poll is asked for.</summary>
    public static PollEvents Events(RunContext run) => run.Random.Below(10) switch
    {
        0 => PollEvents.POLLIN,
        1 => PollEvents.POLLOUT,
        < 5 => (PollEvents)run.Random.Below(0x400),
        _ => PollEvents.POLLIN | PollEvents.POLLOUT | PollEvents.POLLRDNORM | PollEvents.POLLPRI,
    };

    private static bool IsInUse(Socket socket) => socket.IsConnected || socket.IsListening || socket.Peer != 0;
}
