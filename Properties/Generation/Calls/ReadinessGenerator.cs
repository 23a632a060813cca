using Verify.Abi;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Asks what a call would find: ioctl(2) with FIONREAD, and poll(2).</summary>
internal static class ReadinessGenerator
{
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
}
