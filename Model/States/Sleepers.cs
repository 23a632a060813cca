namespace Verify.Model.States;

/// <summary>
/// The processes that sleep in a call (R2): who falls asleep and who is woken, in which order. Nobody is in a queue;
/// the order follows from <see cref="Sleep.Since"/>.
/// </summary>
internal static class Sleepers
{
    /// <summary>The state in which the caller sleeps in a call, behind all others.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sleep">The call, and what it has done already.</param>
    public static State Asleep(this State state, Sleep sleep)
    {
        Process process = state.FindProcess(sleep.Call.Pid)!;
        Waits? waits = state.SocketAt(process, sleep.Fd)?.Waits;
        long? until = sleep.Awaits switch
        {
            // Each of these sleeps begins with the time that the socket has then (kern/uipc_socket2.c:sbwait).
            SleepReason.Data => state.After(waits?.Receive ?? 0),
            SleepReason.Room => state.After(waits?.Send ?? 0),
            _ => sleep.Until,
        };
        return state.With(process with { Sleep = sleep with { Since = state.Now(), Until = until } });
    }

    /// <summary>True if a sleeping call keeps the lock of a socket's receive buffer.</summary>
    public static bool IsLocked(this State state, int socket)
    {
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is { HoldsLock: true } sleep && process.FileAt(sleep.Fd).Id == socket)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The state in which everybody is woken who waits for the lock that a process has kept while it slept.
    /// </summary>
    /// <param name="state">The state.</param>
    /// <param name="process">The process, still in its call.</param>
    public static State Unlocked(this State state, Process process) => process.Sleep is { HoldsLock: true } sleep
        ? state.WakeAll(process.FileAt(sleep.Fd).Id, SleepReason.Lock)
        : state;

    /// <summary>
    /// The state in which everybody who waits for something at a socket is woken, in order: those who poll for it
    /// before those who want it (kern/uipc_socket2.c:sowakeup).
    /// </summary>
    public static State WakeAll(this State state, int socket, SleepReason what)
    {
        state = state.WakePollers(socket, what);
        while (state.Longest(socket, what) is { } sleeper)
        {
            state = state.Wake(sleeper, SleepPhase.Woken);
        }

        return state;
    }

    /// <summary>The state in which a socket has become connected (kern/uipc_socket2.c:soisconnected).</summary>
    public static State WakeConnected(this State state, int socket) =>
        state.WakeAll(socket, SleepReason.Answer).WakeAll(socket, SleepReason.Data).WakeAll(socket, SleepReason.Room);

    /// <summary>The state in which a socket is not connected any more (kern/uipc_socket2.c:soisdisconnected).</summary>
    public static State WakeDisconnected(this State state, int socket) =>
        state.WakeAll(socket, SleepReason.Answer).WakeAll(socket, SleepReason.Connection)
            .WakeAll(socket, SleepReason.Room).WakeAll(socket, SleepReason.Data);

    /// <summary>
    /// The state in which a listener has a new connection: one process is woken to accept it, and before that all who
    /// poll.
    /// </summary>
    public static State WakeListener(this State state, int socket) =>
        state.WakePollers(socket, SleepReason.Data).WakeOne(socket, SleepReason.Connection);

    /// <summary>The state in which the process is woken that has slept longest.</summary>
    public static State WakeOne(this State state, int socket, SleepReason what) =>
        state.Longest(socket, what) is { } sleeper ? state.Wake(sleeper, SleepPhase.Woken) : state;

    /// <summary>The state in which a process no longer sleeps; unchanged if it was woken before.</summary>
    public static State Wake(this State state, Process process, SleepPhase how) =>
        process.Sleep is { Phase: SleepPhase.Asleep } sleep
            ? state.With(process with { Sleep = sleep with { Phase = how, Since = state.Now(), Until = null } })
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
                && sleep.Awaits == what && process.FileAt(sleep.Fd).Id == socket
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
