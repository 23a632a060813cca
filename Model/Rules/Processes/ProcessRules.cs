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
        bool allowed = isInTurn && hearing.Seen == Outcome.Returned(child) && IsFree(state, child);
        return allowed
            ? hearing.May(
                state.With(caller with
                {
                    Pid = child,
                    Parent = caller.Pid,
                    IsTraced = false,
                    IsRecordedByRoot = false,
                }),
                Rule.ForkInherits)
            : hearing.MustNot(Outcome.Returned(FreePid(state)), Rule.ForkInherits, "or any other pid not in use");
    }

    /// <summary>Nothing of an exit of process 1 is carried out: the kernel panics (kern/kern_exit.c:exit1).</summary>
    public static Verdict Exit(ref Hearing hearing, Process caller) => caller.Pid == 1
        ? hearing.Must(Outcome.Panic, hearing.State with { HasPanicked = true }, Rule.ExitOfFirst)
        : hearing.Must(Outcome.Ok, Ended(ref hearing, hearing.State, caller.Pid), Rule.ExitCloses);

    /// <summary>An id that fork may give; in what is left, or from where ids start again, one must be free.</summary>
    private static int FreePid(State state)
    {
        int tried = 3 * state.Processes.Length + 1;
        int next = Math.Max(state.World.Tunables.LastPid, state.Processes[^1].Pid) + 1;
        return Enumerable.Range(next, tried).Concat(Enumerable.Range(FirstPidAgain, tried))
            .First(pid => pid < PidLimit && IsFree(state, pid));
    }

    /// <summary>True for an id that no process, process group or session has.</summary>
    private static bool IsFree(State state, int pid) => !state.Processes.Any(process =>
        process.Pid == pid || process.ProcessGroup == pid || process.Session == pid);

    /// <summary>The state without a process; what it alone had open is gone too.</summary>
    public static State Ended(ref Hearing hearing, State state, int pid)
    {
        Process ended = state.FindProcess(pid)!;
        for (int fd = 0; fd < ended.Files.Length; fd++)
        {
            state = CloseRules.Release(state, pid, fd);
        }

        state = state with { Processes = state.Processes.RemoveAll(process => process.Pid == pid) };
        state = SignalOwnerRules.WithoutStrangers(ref hearing, state);
        return WithDeadNodesOf(WithOrphansOf(ref hearing, state, ended), pid);
    }

    /// <summary>
    /// What others have of a procfs's nodes of the process is dead (miscfs/procfs/procfs_subr.c:procfs_exit), also when
    /// its id is used again.
    /// </summary>
    private static State WithDeadNodesOf(State state, int pid)
    {
        foreach (Process process in state.Processes)
        {
            if (IsDead(process.Root) || IsDead(process.Directory) || process.Files.Any(file => IsDead(file.Node)))
            {
                state = state.With(process with
                {
                    Root = Now(process.Root),
                    Directory = Now(process.Directory),
                    Files = [.. process.Files.Select(file => file with { Node = Now(file.Node) })],
                });
            }
        }

        foreach (Prison prison in state.Prisons)
        {
            state = IsDead(prison.Root) ? state.With(prison with { Root = prison.Root.Dead }) : state;
        }

        return state;

        bool IsDead(Vnode vnode) => !vnode.IsDead && Procfs.IsOf(pid, vnode);

        Vnode Now(Vnode vnode) => IsDead(vnode) ? vnode.Dead : vnode;
    }

    /// <summary>
    /// Its children go to process 1, if that is there; then those that it traced are killed (kern/kern_exit.c:exit1), but
    /// for those outside its prison (D29).
    /// </summary>
    private static State WithOrphansOf(ref Hearing hearing, State state, Process ended)
    {
        int parent = state.FindProcess(1)?.Pid ?? 0;
        Process[] orphans = [.. state.Processes.Where(process => process.Parent == ended.Pid)];
        foreach (Process orphan in orphans)
        {
            hearing.Use(Rule.ExitLeavesOrphans);
            state = state.With(orphan with { Parent = parent, IsTraced = false });
        }

        foreach (Process traced in orphans.Where(process => process.IsTraced && process.Pid != 1))
        {
            if (!ended.Sees(traced))
            {
                hearing.Use(Rule.ExitFreesTraced);
                continue;
            }

            hearing.Use(Rule.ExitKillsTraced);
            state = state.FindProcess(traced.Pid) is null ? state : Ended(ref hearing, state, traced.Pid);
        }

        return state;
    }
}
