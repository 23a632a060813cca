using Verify.Abi;
using Verify.Model.States;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Generates shutdown(2).</summary>
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

    private static bool IsInUse(Socket socket) => socket.IsConnected || socket.IsListening || socket.Peer != 0;
}
