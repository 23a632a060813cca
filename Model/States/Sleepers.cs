namespace Verify.Model.States;

/// <summary>
/// The processes that sleep in a call (R2): who falls asleep and who is woken, in which order. Nobody is in a queue;
/// the order follows from <see cref="Sleep.Since"/>.
/// </summary>
internal static class Sleepers
{
    /// <summary>The state in which the caller sleeps in a call, behind all others.</summary>
    /// <param name="state">The state.</param>
    /// <param name="call">The call.</param>
    /// <param name="sent">The bytes that it has sent already.</param>
    public static State Asleep(this State state, Call.OnDescriptor call, int sent) =>
        state.With(state.FindProcess(call.Pid)! with { Sleep = new Sleep(call, state.Now()) { Sent = sent } });

    /// <summary>The state in which everybody who waits for something at a socket is woken, in order.</summary>
    public static State WakeAll(this State state, int socket, SleepReason what)
    {
        while (state.Longest(socket, what) is { } sleeper)
        {
            state = state.Wake(sleeper, SleepPhase.Woken);
        }

        return state;
    }

    /// <summary>The state in which the process is woken that has slept longest.</summary>
    public static State WakeOne(this State state, int socket, SleepReason what) =>
        state.Longest(socket, what) is { } sleeper ? state.Wake(sleeper, SleepPhase.Woken) : state;

    /// <summary>The state in which a process no longer sleeps; unchanged if it was woken before.</summary>
    public static State Wake(this State state, Process process, SleepPhase how) =>
        process.Sleep is { Phase: SleepPhase.Asleep } sleep
            ? state.With(process with { Sleep = sleep with { Phase = how, Since = state.Now() } })
            : state;

    /// <summary>The process that continues next, the one that was woken first; null if all others sleep.</summary>
    public static Process? NextToContinue(this State state)
    {
        Process? next = null;
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is { Phase: not SleepPhase.Asleep } sleep && !(next?.Sleep?.Since < sleep.Since))
            {
                next = process;
            }
        }

        return next;
    }

    private static Process? Longest(this State state, int socket, SleepReason what)
    {
        Process? longest = null;
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is { Phase: SleepPhase.Asleep } sleep
                && sleep.Awaits == what && process.FileAt(sleep.Call.Fd).Id == socket
                && !(longest?.Sleep?.Since < sleep.Since))
            {
                longest = process;
            }
        }

        return longest;
    }

    private static int Now(this State state)
    {
        int last = 0;
        foreach (Process process in state.Processes)
        {
            last = Math.Max(last, process.Sleep?.Since ?? 0);
        }

        return last + 1;
    }
}
