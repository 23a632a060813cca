using System.Collections.Immutable;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Dispatch;

/// <summary>
/// Lets time pass, and stops at each tick at which the time of a sleeping process is over: hardclock, softclock.
/// </summary>
internal sealed class TimeDispatch(Clock clock, Scheduler scheduler, SleeperDispatch sleepers, bool wakesLater)
{
    /// <summary>The processes that are woken continue within their tick, unless the trace resumes them.</summary>
    public Outcome Pass(int milliseconds)
    {
        long end = clock.Now + (long)milliseconds * Clock.Millisecond;
        ImmutableArray<Resumption> ended = [];
        while (scheduler.NextDeadline is { } tick && tick <= end / Clock.Tick)
        {
            clock.Now = tick * Clock.Tick;
            scheduler.Reach(tick);
            if (!wakesLater)
            {
                ended = ended.AddRange(sleepers.RunAll());
            }
        }

        clock.Now = end;
        scheduler.Reach(end / Clock.Tick);
        return ended.IsEmpty ? Outcome.Ok : Outcome.Ok with { Effects = Outcome.Ok.Effects with { Resumed = ended } };
    }
}
