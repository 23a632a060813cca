using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>Process groups and sessions (kern/kern_prot.c), errors in order of precedence.</summary>
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
    public static Verdict SetPGid(ref CallCheck check, Process caller, Call.SetPGid call)
    {
        State state = check.State;
        bool isOwn = call.Target == 0 || call.Target == caller.Pid;
        Process? target = isOwn ? caller : VisibilityRules.Find(state, caller, call.Target);
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
            ? check.Fails(why)
            : check.Must(
                Outcome.Ok,
                SignalOwnerRules.WithoutStrangers(ref check, state.With(target! with { ProcessGroup = group })),
                GroupSet);
    }

    /// <summary>setsid(2): no process group may have the caller's pid as its id.</summary>
    public static Verdict SetSid(ref CallCheck check, Process caller) =>
        check.State.Processes.Any(process => process.ProcessGroup == caller.Pid)
            ? check.Fails(Errno.EPERM, SessionOfGroupLeader)
            : check.Must(
                Outcome.Returned(caller.Pid),
                SignalOwnerRules.WithoutStrangers(
                    ref check, check.State.With(caller with { ProcessGroup = caller.Pid, Session = caller.Pid })),
                SessionMade);

    public static Verdict GetPGrp(ref CallCheck check, Process caller) =>
        check.Must(Outcome.Returned(caller.ProcessGroup), check.State, GroupRead);

    public static Verdict GetPGid(ref CallCheck check, Process caller, int pid) =>
        VisibilityRules.TargetOrSelfDenial(check.State, caller, pid, out Process target) is { } denial
            ? check.Fails(denial)
            : check.Must(Outcome.Returned(target.ProcessGroup), check.State, GroupRead);

    /// <summary>getsid(2) works for the caller only: FreeBSD's code compares instead of assigning.</summary>
    public static Verdict GetSid(ref CallCheck check, Process caller, int pid) =>
        pid != 0 && pid != caller.Pid
            ? check.Fails(Errno.ESRCH, SessionOfOther)
            : check.Must(Outcome.Returned(caller.Session), check.State, SessionRead);

    /// <summary>True for the caller and its descendants; a tracer counts as the parent.</summary>
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

    /// <summary>True for a group of the caller's session with a visible process.</summary>
    private static bool IsThere(State state, Process caller, int group) =>
        state.Processes.Any(process =>
            process.ProcessGroup == group && process.Session == caller.Session && caller.Sees(process));
}
