using Verify.Abi;

namespace Verify.Model;

/// <summary>fork and exit.</summary>
internal static class ProcessRules
{
    /// <summary>PID_MAX of sys/proc.h: ids are under it.</summary>
    private const int PidLimit = 99999;

    /// <summary>Where ids start again: one below is never given a second time.</summary>
    private const int FirstPidAgain = 100;

    public static Verdict Fork(ref Hearing hearing, Process caller)
    {
        State state = hearing.State;
        int room = state.World.Tunables.MaxProcesses - state.Processes.Length;
        if (room <= 0 || (room == 1 && !hearing.Grants(caller, Privilege.LastProcess)))
        {
            return hearing.Fails(Errno.EAGAIN, Rule.ForkFull);
        }

        int child = hearing.Seen.Value;
        bool isInTurn = child < PidLimit && (child > state.World.Tunables.LastPid || child >= FirstPidAgain);
        bool allowed = isInTurn && hearing.Seen == Outcome.Returned(child)
            && state.FindProcess(child) is null;
        return allowed
            ? hearing.May(state.With(caller with { Pid = child, Parent = caller.Pid }), Rule.ForkInherits)
            : hearing.MustNot(Outcome.Returned(FreePid(state)), Rule.ForkInherits, "or any other pid not in use");
    }

    public static Verdict Exit(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Ok, Ended(ref hearing, hearing.State, caller.Pid), Rule.ExitCloses);

    private static int FreePid(State state)
    {
        int next = Math.Max(state.World.Tunables.LastPid, state.Processes[^1].Pid) + 1;
        return next < PidLimit
            ? next
            : Enumerable.Range(FirstPidAgain, state.Processes.Length + 1).First(pid => state.FindProcess(pid) is null);
    }

    /// <summary>The state without a process; what it alone had open is gone too.</summary>
    public static State Ended(ref Hearing hearing, State state, int pid)
    {
        int descriptors = state.FindProcess(pid)!.Files.Length;
        for (int fd = 0; fd < descriptors; fd++)
        {
            state = CloseRules.Release(state, pid, fd);
        }

        state = state with { Processes = state.Processes.RemoveAll(process => process.Pid == pid) };
        return WithOrphansOf(ref hearing, state, pid);
    }

    /// <summary>Its children go to process 1, if that is there.</summary>
    private static State WithOrphansOf(ref Hearing hearing, State state, int pid)
    {
        int parent = state.FindProcess(1)?.Pid ?? 0;
        foreach (Process process in state.Processes)
        {
            if (process.Parent == pid)
            {
                hearing.Use(Rule.ExitLeavesOrphans);
                state = state.With(process with { Parent = parent });
            }
        }

        return state;
    }
}
