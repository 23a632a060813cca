using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>Which processes there are for a caller (J6): on the host all, in a prison that prison's own.</summary>
internal static class VisibilityRules
{
    public static readonly Rule TargetNobody = new(
        "J6.nobody", "A call on a process that does not exist fails with ESRCH.", "kern/kern_proc.c:pfind");
    public static readonly Rule TargetInvisible = new(
        "J6.invisible", "A prisoner's call on a process outside its prison fails with ESRCH.", "D15");

    /// <summary>Why there is no such process for the caller; else the process.</summary>
    public static Denial? TargetDenial(State state, Process caller, int pid, out Process target)
    {
        target = caller;
        if (state.FindProcess(pid) is not { } found)
        {
            return new Denial(Errno.ESRCH, TargetNobody);
        }

        target = found;
        return caller.Sees(found) ? null : new Denial(Errno.ESRCH, TargetInvisible);
    }

    /// <summary>Why none of those that are meant is there for the caller; else those who are, by pid.</summary>
    public static Denial? TargetsDenial(
        State state, Process caller, Func<Process, bool> isMeant, out ImmutableArray<Process> seen)
    {
        ImmutableArray<Process> all = [.. state.Processes.Where(isMeant)];
        seen = [.. all.Where(caller.Sees)];
        return all.IsEmpty ? new Denial(Errno.ESRCH, TargetNobody)
            : seen.IsEmpty ? new Denial(Errno.ESRCH, TargetInvisible)
            : null;
    }

    /// <summary>The process with an id, if the caller sees it.</summary>
    public static Process? Find(State state, Process caller, int pid) =>
        TargetDenial(state, caller, pid, out Process target) is null ? target : null;

    /// <summary>True where the caller may act on a process that it sees (kern/kern_prot.c:p_trespass).</summary>
    public static bool MayInterfere(ref CallCheck check, Process caller, Process target) =>
        caller.Pid == target.Pid
        || caller.User.Real == target.User.Real || caller.Uid == target.User.Real
        || caller.User.Real == target.Uid || caller.Uid == target.Uid
        || check.Grants(caller, Privilege.SignalOthers);

    /// <summary>The same, where 0 means the caller itself.</summary>
    public static Denial? TargetOrSelfDenial(State state, Process caller, int pid, out Process target) =>
        TargetDenial(state, caller, pid == 0 ? caller.Pid : pid, out target);
}
