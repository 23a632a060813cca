using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Files;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>fork and exit.</summary>
internal static class ProcessRules
{
    public static readonly Rule NoSuchProcess = new(
        "G7.no-process", "A call by a process that does not exist fails with ESRCH and changes nothing.",
        "kern/kern_proc.c:pfind");
    public static readonly Rule ForkFull = new(
        "G7.fork-full",
        "fork fails with EAGAIN if kern.maxproc processes exist; the last free entry is reserved for the superuser.",
        "kern/kern_fork.c:fork1");
    public static readonly Rule ForkInherits = new(
        "J1.fork-inherits",
        "A child inherits its parent's credentials, prison and descriptors; its pid is that of no process, "
        + "group or session.",
        "kern/kern_fork.c:fork1");
    public static readonly Rule ExitCloses = new(
        "G7.exit-closes", "exit closes every descriptor of the process and removes it.", "kern/kern_exit.c:exit1");
    public static readonly Rule ExitLeavesOrphans = new(
        "G7.exit-orphans", "The children of a process that exits become children of process 1.",
        "kern/kern_exit.c:exit1");
    public static readonly Rule ExitKillsTraced = new(
        "G7.exit-kills-traced", "When a tracer exits, the processes that it traces are killed.",
        "kern/kern_exit.c:exit1");
    public static readonly Rule ExitFreesTraced = new(
        "G4.exit-frees-traced",
        "When a tracer in a prison exits, a traced process outside that prison is detached and not killed.", "D29");
    public static readonly Rule ExitOfSleeper = new(
        "R2.exit-of-sleeper", "A sleeping process that exits or is killed ends at once; its call does not return.",
        "kern/kern_exit.c:exit1");
    public static readonly Rule ExitOfFirst = new(
        "G7.exit-of-first", "The kernel panics if process 1 exits.", "kern/kern_exit.c:exit1");
    public static readonly Rule MachineDown = new(
        "G7.machine-down", "After a panic no call is carried out.", "kern/kern_shutdown.c:panic");

    /// <summary>What exit1 says; nothing else makes the kernel panic (S8).</summary>
    public const string LastWords = "Going nowhere without my init!";

    /// <summary>PID_MAX of sys/proc.h: pids are below it.</summary>
    private const int PidLimit = 99999;

    /// <summary>Where pids restart; a pid below is never reused.</summary>
    private const int FirstPidAgain = 100;

    public static Verdict Fork(ref CallCheck check, Process caller)
    {
        State state = check.State;
        int room = state.World.Tunables.MaxProcesses - state.Processes.Length;
        if (room <= 0 || (room == 1 && !check.Grants(caller, Privilege.LastProcess)))
        {
            return check.Fails(Errno.EAGAIN, ForkFull);
        }

        int child = check.Seen.Value;
        bool isInTurn = child < PidLimit && (child > state.World.Tunables.LastPid || child >= FirstPidAgain);
        bool allowed = isInTurn && check.Seen == Outcome.Returned(child) && IsFree(state, child);
        return allowed
            ? check.May(
                state.With(caller with
                {
                    Pid = child,
                    Parent = caller.Pid,
                    TableSize = TableSizes.Copied(caller),
                    Sleep = null,
                    IsTraced = false,
                    IsRecordedByRoot = false,
                }),
                ForkInherits)
            : check.MustNot(Outcome.Returned(FreePid(state)), ForkInherits, "or any other pid not in use");
    }

    /// <summary>If process 1 exits, the kernel panics first (kern/kern_exit.c:exit1).</summary>
    public static Verdict Exit(ref CallCheck check, Process caller) => caller.Pid == 1
        ? check.Must(Outcome.Panic(LastWords), check.State with { HasPanicked = true }, ExitOfFirst)
        : check.Must(Outcome.Ok, Ended(ref check, check.State, caller.Pid), ExitCloses);

    /// <summary>A pid that fork may return: a free one after the last pid, or after the restart.</summary>
    private static int FreePid(State state)
    {
        int tried = 3 * state.Processes.Length + 1;
        int next = Math.Max(state.World.Tunables.LastPid, state.Processes[^1].Pid) + 1;
        return Enumerable.Range(next, tried).Concat(Enumerable.Range(FirstPidAgain, tried))
            .First(pid => pid < PidLimit && IsFree(state, pid));
    }

    /// <summary>True for a pid that no process, process group or session has as its id.</summary>
    private static bool IsFree(State state, int pid)
    {
        foreach (Process process in state.Processes)
        {
            if (process.Pid == pid || process.ProcessGroup == pid || process.Session == pid)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The state without a process and the files that it alone had open.</summary>
    public static State Ended(ref CallCheck check, State state, int pid)
    {
        Process ended = state.FindProcess(pid)!;
        if (ended.Sleep is not null)
        {
            check.Use(ExitOfSleeper);
            state = ListenRules.PassedOn(ref check, state, ended);
            state = TcpRules.GivenUp(state, ended).With(ended with { Sleep = null }).Unlocked(ended);
        }

        for (int fd = 0; fd < ended.Files.Length; fd++)
        {
            // The others go with the process.
            state = ended.Files[fd].IsSocket ? DescriptorRules.Release(ref check, state, pid, fd) : state;
        }

        state = state with { Processes = state.Processes.RemoveAll(process => process.Pid == pid) };
        state = SignalOwnerRules.WithoutStrangers(ref check, state);
        return WithDeadNodesOf(WithOrphansOf(ref check, state, ended), pid);
    }

    /// <summary>
    /// References of other processes, and of messages, to the process's procfs nodes become dead
    /// (miscfs/procfs/procfs_subr.c:procfs_exit) and stay so if the pid is reused.
    /// </summary>
    private static State WithDeadNodesOf(State state, int pid)
    {
        if (state.Tree.FileSystems.Length == 1)
        {
            return state; // Only the root file system, so no procfs: it cannot be unmounted while in use.
        }

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

        return state.InMessages(file => file with { Node = Now(file.Node) });

        bool IsDead(Vnode vnode) => !vnode.IsDead && ProcfsRules.IsOf(pid, vnode);

        Vnode Now(Vnode vnode) => IsDead(vnode) ? vnode.Dead : vnode;
    }

    /// <summary>
    /// Its children become children of process 1, if that exists; its parent gets SIGCHLD; then the processes that it
    /// traced are killed (kern/kern_exit.c:exit1), except those outside its prison (D29).
    /// </summary>
    private static State WithOrphansOf(ref CallCheck check, State state, Process ended)
    {
        int parent = state.FindProcess(1)?.Pid ?? 0;
        Process[] orphans = [.. state.Processes.Where(process => process.Parent == ended.Pid)];
        foreach (Process orphan in orphans)
        {
            check.Use(ExitLeavesOrphans);
            state = state.With(orphan with { Parent = parent, IsTraced = false });
        }

        state = SignalEffectRules.ParentSignalled(ref check, state, ended.Parent);
        foreach (Process traced in orphans.Where(process => process.IsTraced && process.Pid != 1))
        {
            if (!ended.Sees(traced))
            {
                check.Use(ExitFreesTraced);
                continue;
            }

            check.Use(ExitKillsTraced);
            state = state.FindProcess(traced.Pid) is null ? state : Ended(ref check, state, traced.Pid);
        }

        return state;
    }
}
