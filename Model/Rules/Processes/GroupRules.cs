using Verify.Abi;

namespace Verify.Model;

/// <summary>Process groups and sessions, each call with its errors in the order in which they win (kern/kern_prot.c).</summary>
internal static class GroupRules
{
    public static readonly Rule GroupNegative = new(
        "J6.group-negative", "setpgid to a negative process group fails with EINVAL.", "kern/kern_prot.c:setpgid");
    public static readonly Rule GroupOfStranger = new(
        "J6.group-of-stranger", "setpgid of a process that is neither the caller nor its descendant fails with ESRCH.",
        "kern/kern_prot.c:setpgid");
    public static readonly Rule GroupOfOtherSession = new(
        "J6.group-of-other-session", "setpgid of a process of another session fails with EPERM.",
        "kern/kern_prot.c:setpgid");
    public static readonly Rule GroupOfLeader = new(
        "J6.group-of-leader", "setpgid of a session leader fails with EPERM.", "kern/kern_prot.c:setpgid");
    public static readonly Rule GroupElsewhere = new(
        "J6.group-elsewhere",
        "setpgid to a group other than the process's own pid fails with EPERM unless the group is visible and "
        + "in the caller's session.",
        "kern/kern_prot.c:setpgid");
    public static readonly Rule GroupSet = new(
        "J6.group-set", "setpgid moves a process to a process group.", "kern/kern_proc.c:enterpgrp");
    public static readonly Rule GroupRead = new(
        "J6.group-read", "getpgrp and getpgid return the id of the process group.", "kern/kern_prot.c:getpgid");
    public static readonly Rule SessionOfGroupLeader = new(
        "J6.session-of-group-leader", "setsid fails with EPERM if a process group has the caller's pid as its id.",
        "kern/kern_prot.c:setsid");
    public static readonly Rule SessionMade = new(
        "J6.session-made", "setsid creates a session and a process group with the caller's pid as their id.",
        "kern/kern_prot.c:setsid");
    public static readonly Rule SessionOfOther = new(
        "J6.session-of-other", "getsid of another process fails with ESRCH.", "kern/kern_prot.c:getsid");
    public static readonly Rule SessionRead = new(
        "J6.session-read", "getsid returns the caller's session.", "kern/kern_prot.c:getsid");

    /// <summary>setpgid(2), kern/kern_proc.c:inferior, enterpgrp.</summary>
    public static Verdict SetPGid(ref Hearing hearing, Process caller, Call.SetPGid call)
    {
        State state = hearing.State;
        bool isOwn = call.Target == 0 || call.Target == caller.Pid;
        Process? target = isOwn ? caller : Visibility.Find(state, caller, call.Target);
        int group = call.Group == 0 ? target?.Pid ?? 0 : call.Group;
        Denial? denial =
            call.Group < 0 ? new Denial(Errno.EINVAL, GroupNegative)
            : target is null || !IsDescendant(state, target, caller) ? new Denial(Errno.ESRCH, GroupOfStranger)
            : target.Session != caller.Session ? new Denial(Errno.EPERM, GroupOfOtherSession)
            : target.Pid == target.Session ? new Denial(Errno.EPERM, GroupOfLeader)
            : group != target.Pid && !IsThere(state, caller, group)
                ? new Denial(Errno.EPERM, GroupElsewhere)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Must(
                Outcome.Ok,
                SignalOwnerRules.WithoutStrangers(ref hearing, state.With(target! with { ProcessGroup = group })),
                GroupSet);
    }

    /// <summary>setsid(2): neither may the caller lead its group nor another process be in one with its id.</summary>
    public static Verdict SetSid(ref Hearing hearing, Process caller) =>
        hearing.State.Processes.Any(process => process.ProcessGroup == caller.Pid)
            ? hearing.Fails(Errno.EPERM, SessionOfGroupLeader)
            : hearing.Must(
                Outcome.Returned(caller.Pid),
                SignalOwnerRules.WithoutStrangers(
                    ref hearing, hearing.State.With(caller with { ProcessGroup = caller.Pid, Session = caller.Pid })),
                SessionMade);

    public static Verdict GetPGrp(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Returned(caller.ProcessGroup), hearing.State, GroupRead);

    public static Verdict GetPGid(ref Hearing hearing, Process caller, int pid) =>
        Visibility.WhyNoneOrSelf(hearing.State, caller, pid, out Process target) is { } denial
            ? hearing.Fails(denial)
            : hearing.Must(Outcome.Returned(target.ProcessGroup), hearing.State, GroupRead);

    /// <summary>getsid(2), which knows nobody but the caller: it compares where it means to assign.</summary>
    public static Verdict GetSid(ref Hearing hearing, Process caller, int pid) =>
        pid != 0 && pid != caller.Pid
            ? hearing.Fails(Errno.ESRCH, SessionOfOther)
            : hearing.Must(Outcome.Returned(caller.Session), hearing.State, SessionRead);

    /// <summary>True for the caller and those that come of it, by parents, who may have become that by tracing.</summary>
    private static bool IsDescendant(State state, Process process, Process caller)
    {
        HashSet<int> met = [];
        while (process.Pid != caller.Pid)
        {
            if (!met.Add(process.Pid) || state.FindProcess(process.Parent) is not { } parent)
            {
                return false;
            }

            process = parent;
        }

        return true;
    }

    /// <summary>True for a group of the caller's session in which it sees a process.</summary>
    private static bool IsThere(State state, Process caller, int group) =>
        state.Processes.Any(process =>
            process.ProcessGroup == group && process.Session == caller.Session && caller.Sees(process));
}
