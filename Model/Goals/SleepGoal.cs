using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// No wake-up is lost, nobody resumes twice, and who sleeps does nothing else (R2): after a call no process sleeps in a
/// call that could end, or beyond its time.
/// </summary>
internal static class SleepGoal
{
    /// <summary>The room for MSG_OOB beyond that of the buffer, in bytes.</summary>
    private const int UrgentRoom = 1024;

    public static string? Check(State before, Call call, in Outcome outcome, State after)
    {
        bool isAboutSleep = outcome.IsAsleep || !outcome.Effects.Resumed.IsEmpty
            || HasSleeper(after) || (before.Processes != after.Processes && HasSleeper(before));
        return isAboutSleep && !after.HasPanicked ? CheckSleepers(before, call, in outcome, after) : null;
    }

    private static bool HasSleeper(State state)
    {
        foreach (Process process in state.Processes)
        {
            if (process.Sleep is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static string? CheckSleepers(State before, Call call, in Outcome outcome, State after)
    {
        if (call is Call.ByProcess { Pid: var pid } and not (Call.Exit or Call.Resume)
            && before.FindProcess(pid) is { } caller
            && (caller.Sleep is null
                ? Caller(pid, in outcome, after)
                : Sleeper(before, call, pid, in outcome, after)) is { } broken)
        {
            return broken;
        }

        foreach (Process process in after.Processes)
        {
            if (process.Sleep is { } sleep && Lost(before, call, process, sleep, after) is { } lost)
            {
                return lost;
            }
        }

        return outcome.Effects.Resumed.IsEmpty ? null : Resumed(before, call, in outcome, after);
    }

    /// <summary>A process sleeps after its call if the call says so, unless it was resumed at once.</summary>
    private static string? Caller(int pid, in Outcome outcome, State after) =>
        after.FindProcess(pid) is { } caller
        && outcome.IsAsleep != (caller.Sleep is not null || IsResumed(in outcome, pid))
            ? $"R2: process {pid} {(caller.Sleep is null ? "does not sleep" : "sleeps")} after {outcome}"
            : null;

    private static string? Sleeper(State before, Call call, int pid, in Outcome outcome, State after) =>
        outcome.Error == Errno.ESRCH && before.Processes == after.Processes && before.Sockets == after.Sockets
            && ReferenceEquals(before.Tree, after.Tree) && ReferenceEquals(before.Host, after.Host)
            ? null
            : $"R2: process {pid} sleeps, and makes the call {call}";

    private static string? Lost(State before, Call call, Process process, Sleep sleep, State after)
    {
        if (sleep.Call is Call.OnDescriptor && after.SocketAt(process, sleep.Fd) is null)
        {
            return $"R2: process {process.Pid} sleeps in {sleep.Call}, which is closed";
        }

        if (sleep.Phase != SleepPhase.Asleep)
        {
            return after.World.WakesLater ? null : $"R2: process {process.Pid} was woken, and does not continue";
        }

        if (sleep.Until <= after.Tick())
        {
            return $"R2: process {process.Pid} sleeps in {sleep.Call}, whose time is over";
        }

        // FreeBSD 4.0 wakes nobody when a buffer or a mark is set, so that the next event finds the call ready to end.
        bool couldEndBefore = before.FindProcess(process.Pid) is { Sleep: { } was } same
            && ReferenceEquals(was, sleep) && CouldEnd(before, same, was);
        return call is Call.SetSockOpt or Call.SetSockOptPair || couldEndBefore || !CouldEnd(after, process, sleep)
            ? null
            : $"R2: process {process.Pid} sleeps in {sleep.Call}, which could end";
    }

    private static bool CouldEnd(State state, Process process, Sleep sleep) =>
        sleep.Awaits == SleepReason.Readiness
            ? PollGoal.IsReady(state, process, sleep.Call)
            : CouldEnd(state, state.SocketAt(process, sleep.Fd)!, sleep);

    private static bool CouldEnd(State state, Socket socket, Sleep sleep) => sleep.Call switch
    {
        // Each of those who are woken takes one connection.
        Call.Accept => socket.CannotReceive
            || socket.Queue.Length > state.Processes.Count(other => IsWokenAt(state, other, socket)),
        Call.Connect => !socket.IsUnanswered,
        Call.Receiving when sleep.IsForLock => !state.IsLocked(socket.Id),
        Call.Receiving receive => socket.CannotReceive || socket.PendingError != Errno.None
            || (socket.IsLocalStream
                ? socket.Used >= Wanted(socket, sleep, receive)
                : !socket.Inbox.IsEmpty),
        Call.Sending send => socket.CannotSend
            || Math.Min(Left(sleep, send), socket.Buffers.SendLow) <= socket.Buffers.Send
                + (send.Options.HasFlag(MessageOptions.MSG_OOB) ? UrgentRoom : 0)
                + socket.End!.Surplus - state.SocketOf(socket.Peer).Used,
        _ => true,
    };

    /// <summary>The bytes still to be sent, with control data.</summary>
    private static int Left(Sleep sleep, Call.Sending send) =>
        send.Content.Length - sleep.Sent + (sleep.HasSentControl ? 0 : send.Attached.Length);

    /// <summary>The unread bytes of a stream with which a receiver need not sleep any longer; it is never 0.</summary>
    private static int Wanted(Socket socket, Sleep sleep, Call.Receiving receive) =>
        sleep.HoldsLock ? 1
        : receive.Options.HasFlag(MessageOptions.MSG_WAITALL) && receive.Capacity <= socket.Buffers.Receive
            ? receive.Capacity
        : Math.Max(1, Math.Min(receive.Capacity, socket.Buffers.ReceiveLow));

    private static bool IsWokenAt(State state, Process process, Socket listener) =>
        process.Sleep is { Phase: SleepPhase.Woken, Call: Call.Accept accept }
        && state.SocketAt(process, accept.Fd)?.Id == listener.Id;

    private static string? Resumed(State before, Call call, in Outcome outcome, State after)
    {
        HashSet<int> resumed = [];
        foreach (Resumption one in outcome.Effects.Resumed)
        {
            if (!resumed.Add(one.Pid))
            {
                return $"R2: process {one.Pid} resumes twice after {call}";
            }

            bool slept = before.FindProcess(one.Pid)?.Sleep is not null
                || (outcome.IsAsleep && call is Call.ByProcess { Pid: var pid } && pid == one.Pid);
            if (!slept || after.FindProcess(one.Pid)?.Sleep is not null || before.World.WakesLater)
            {
                return $"R2: process {one.Pid} resumes after {call}, and {(slept ? "should sleep" : "has not slept")}";
            }
        }

        return null;
    }

    private static bool IsResumed(in Outcome outcome, int pid)
    {
        foreach (Resumption one in outcome.Effects.Resumed)
        {
            if (one.Pid == pid)
            {
                return true;
            }
        }

        return false;
    }
}
