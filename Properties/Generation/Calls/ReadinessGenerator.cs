using Verify.Abi;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Generation.Calls;

/// <summary>Asks what a call would find, or waits for it: ioctl(2) with FIONREAD, poll(2) and select(2).</summary>
internal static class ReadinessGenerator
{
    /// <summary>
    /// In milliseconds, up to more than a day; WireGenerator has idles that end just before and after.
    /// </summary>
    private static readonly int[] Times = [0, 0, 0, 0, 0, 0, -1, -1, 1, 10, 1000, 86_400_000, 86_401_000];

    private static readonly TimeValue?[] Periods =
        [null, new(0, 0), new(0, 0), new(0, 1), new(0, 10_000), new(0, 10_001), new(1, 0), new(0, 1_000_000)];

    public static Call? Ready(RunContext run) =>
        !run.TryPickSocket(out SocketTarget target) ? null
        : run.Random.Chance(30) ? new Call.IoctlReadable(target.Pid, target.Fd)
        : new Call.Poll(target.Pid, Entries(run, target), run.Random.Pick<int>(Times));

    public static Call? Select(RunContext run)
    {
        // FD_SETSIZE bounds what a set can hold.
        if (!run.TryPickSocket(out SocketTarget target) || target.Fd is < 0 or >= DescriptorSet.Size)
        {
            return null;
        }

        int count = run.Random.Chance(20) ? run.Random.Below(70) - 1 : target.Fd + 1;
        var sets = new DescriptorSets(Set(run, target), Set(run, target), Set(run, target));
        return new Call.Select(target.Pid, count, sets, run.Random.Pick<TimeValue?>(Periods));
    }

    /// <summary>What poll is asked for.</summary>
    public static PollEvents Events(RunContext run) => run.Random.Below(10) switch
    {
        0 => PollEvents.POLLIN,
        1 => PollEvents.POLLOUT,
        < 5 => (PollEvents)run.Random.Below(0x400),
        _ => PollEvents.POLLIN | PollEvents.POLLOUT | PollEvents.POLLRDNORM | PollEvents.POLLPRI,
    };

    /// <summary>Mostly one; a list is seldom longer than the table of descriptors.</summary>
    private static Few<PollEntry> Entries(RunContext run, SocketTarget target)
    {
        var entries = new Few<PollEntry>(new PollEntry(target.Fd, Events(run)));
        int others = run.Random.Below(10) switch { 0 => run.Random.Below(25), < 3 => 1, _ => 0 };
        for (int i = 0; i < others; i++)
        {
            entries = entries.With(new PollEntry(run.Random.Below(12) - 1, Events(run)));
        }

        return entries;
    }

    private static DescriptorSet? Set(RunContext run, SocketTarget target) => run.Random.Below(8) switch
    {
        < 3 => null,
        < 7 => default(DescriptorSet).With(target.Fd),
        _ => default(DescriptorSet).With(target.Fd).With(run.Random.Below(70)),
    };
}
