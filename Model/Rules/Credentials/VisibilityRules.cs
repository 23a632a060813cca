using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Credentials;

/// <summary>Which processes are visible to a caller (J6): on the host all, in a prison those of the prison.</summary>
internal static class VisibilityRules
{
    public static readonly Rule TargetNobody = new(
        "J6.nobody", "A call on a process that does not exist fails with ESRCH.", "kern/kern_proc.c:pfind");
    public static readonly Rule TargetInvisible = new(
        "J6.invisible", "A prisoner's call on a process outside its prison fails with ESRCH.", "D15");

    /// <summary>The denial of a process that does not exist or is not visible, or the process.</summary>
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

    /// <summary>The denial if none of the processes named is visible, or the visible ones by pid.</summary>
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

    /// <summary>True if the caller may act on a visible process (kern/kern_prot.c:p_trespass).</summary>
    public static bool MayInterfere(ref CallCheck check, Process caller, Process target) =>
        caller.Pid == target.Pid
        || caller.User.Real == target.User.Real || caller.Uid == target.User.Real
        || caller.User.Real == target.Uid || caller.Uid == target.Uid
        || check.Grants(caller, Privilege.SignalOthers);

    /// <summary>The same; pid 0 is the caller itself.</summary>
    public static Denial? TargetOrSelfDenial(State state, Process caller, int pid, out Process target) =>
        TargetDenial(state, caller, pid == 0 ? caller.Pid : pid, out target);
}
