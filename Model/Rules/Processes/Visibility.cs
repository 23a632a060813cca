using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model;

/// <summary>Which processes there are for a caller (J6): on the host all, in a prison that prison's own.</summary>
internal static class Visibility
{
    public static readonly Rule TargetNobody = new(
        "J6.nobody", "A call on a process that does not exist fails with ESRCH.", "kern/kern_proc.c:pfind");
    public static readonly Rule TargetInvisible = new(
        "J6.invisible", "A prisoner's call on a process outside its prison fails with ESRCH.", "D15");

    /// <summary>Why there is no such process for the caller; else the process.</summary>
    public static Denial? WhyNone(State state, Process caller, int pid, out Process target)
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
    public static Denial? WhyNobody(
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
        WhyNone(state, caller, pid, out Process target) is null ? target : null;

    /// <summary>True where the caller may act on a process that it sees (kern/kern_prot.c:p_trespass).</summary>
    public static bool MayInterfere(ref Hearing hearing, Process caller, Process target) =>
        caller.Pid == target.Pid
        || caller.User.Real == target.User.Real || caller.Uid == target.User.Real
        || caller.User.Real == target.Uid || caller.Uid == target.Uid
        || hearing.Grants(caller, Privilege.SignalOthers);

    /// <summary>The same, where 0 means the caller itself.</summary>
    public static Denial? WhyNoneOrSelf(State state, Process caller, int pid, out Process target) =>
        WhyNone(state, caller, pid == 0 ? caller.Pid : pid, out target);
}
