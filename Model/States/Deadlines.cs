namespace Verify.Model.States;

/// <summary>The ticks of the clock, and the sleeps whose time is over at one (kern/kern_timeout.c:softclock).</summary>
internal static class Deadlines
{
    /// <summary>The number of the current tick.</summary>
    public static long Tick(this State state) => state.Clock / Waits.Tick;

    /// <summary>
    /// The state at a later time, or if somebody's time is over before it, at that tick: then all are woken whose time
    /// is over, in the order of their ticks, and of one tick in that in which they went to sleep. A machine that wakes
    /// later does not stop there, since nobody continues.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="until">The later time, in microseconds.</param>
    public static State Passed(this State state, long until)
    {
        long stop = state.World.WakesLater || state.Next()?.Sleep?.Until is not { } tick
            ? until
            : Math.Min(until, tick * Waits.Tick);
        state = state with { Clock = stop };
        while (state.Next() is { } process && process.Sleep?.Until <= state.Tick())
        {
            state = state.Wake(process, SleepPhase.TimedOut);
        }

        return state;
    }

    /// <summary>When a sleep that begins now ends: null if it has no time-out.</summary>
    /// <param name="state">The state.</param>
    /// <param name="ticks">The time in ticks; 0 is none.</param>
    public static long? After(this State state, int ticks) => ticks == 0 ? null : state.Tick() + ticks;

    /// <summary>The sleeper whose time is over next.</summary>
    private static Process? Next(this State state)
    {
        Process? next = null;
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is { Phase: SleepPhase.Asleep, Until: { } until } sleep
                && (next?.Sleep is not { } first || until < first.Until
                    || (until == first.Until && sleep.Since < first.Since)))
            {
                next = process;
            }
        }

        return next;
    }
}
