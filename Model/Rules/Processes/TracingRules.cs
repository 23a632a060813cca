using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>ptrace(2) and ktrace(2), errors in order of precedence.</summary>
internal static class TracingRules
{
    public static readonly Rule PTraceSelf = new(
        "J6.ptrace-self", "ptrace of the caller itself fails with EINVAL.", "kern/sys_process.c:ptrace");
    public static readonly Rule PTraceTwice = new(
        "J6.ptrace-twice", "ptrace of a process that is already traced fails with EBUSY.", "kern/sys_process.c:ptrace");
    public static readonly Rule PTraceDenied = new(
        "J6.ptrace-denied",
        "ptrace of another real user's process, or of one whose ids have changed, fails with EPERM for all "
        + "but the host's superuser.",
        "kern/sys_process.c:ptrace");
    public static readonly Rule PTraceAllowed = new(
        "J6.ptrace-allowed", "ptrace makes the tracer the parent of the traced process.", "kern/sys_process.c:ptrace");
    public static readonly Rule KTraceDenied = new(
        "J6.ktrace-denied",
        "ktrace of a process that has or had other ids than the caller fails with EPERM for all but the superuser.",
        "kern/kern_ktrace.c:ktrcanset");
    public static readonly Rule KTraceAllowed = new(
        "J6.ktrace-allowed",
        "ktrace is allowed on the caller's own processes, and to the superuser on every visible one.",
        "kern/kern_ktrace.c:ktrcanset");
    public static readonly Rule KTraceNoGroup = new(
        "J6.ktrace-no-group", "ktrace of a group fails with ESRCH if the caller sees none of its processes.",
        "kern/kern_ktrace.c:ktrace");
    public static readonly Rule KTraceGroup = new(
        "J6.ktrace-group", "ktrace of a group succeeds if the caller may trace at least one of its processes.",
        "kern/kern_ktrace.c:ktrace");

    /// <summary>kern/sys_process.c:ptrace with PT_ATTACH: the tracer becomes the parent.</summary>
    public static Verdict PTrace(ref CallCheck check, Process caller, int pid)
    {
        Denial? denial =
            VisibilityRules.TargetDenial(check.State, caller, pid, out Process target) is { } nobody ? nobody
            : target.Pid == caller.Pid ? new Denial(Errno.EINVAL, PTraceSelf)
            : target.IsTraced ? new Denial(Errno.EBUSY, PTraceTwice)
            : (target.User.Real != caller.User.Real || target.HasChangedIds)
                && !check.Grants(caller, Privilege.PTraceOthers)
                ? new Denial(Errno.EPERM, PTraceDenied)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Changes(target with { IsTraced = true, Parent = caller.Pid }, PTraceAllowed);
    }

    /// <summary>kern/kern_ktrace.c:ktrace, ktrcanset.</summary>
    public static Verdict KTrace(ref CallCheck check, Process caller, int pid)
    {
        if (pid < 0)
        {
            return KTraceMembers(ref check, caller, unchecked(-pid));
        }

        Denial? denial =
            VisibilityRules.TargetDenial(check.State, caller, pid, out Process target) is { } nobody ? nobody
            : !MayKTrace(ref check, caller, target) ? new Denial(Errno.EPERM, KTraceDenied)
            : null;
        return denial is { } why
            ? check.Fails(why)
            : check.Must(Outcome.Ok, Recorded(check.State, caller, target), KTraceAllowed);
    }

    /// <summary>One process that the caller may trace is enough.</summary>
    private static Verdict KTraceMembers(ref CallCheck check, Process caller, int group)
    {
        bool isThere = false;
        bool any = false;
        State next = check.State;
        foreach (Process target in check.State.Processes)
        {
            if (target.ProcessGroup == group && caller.Sees(target))
            {
                isThere = true;
                if (MayKTrace(ref check, caller, target))
                {
                    any = true;
                    next = Recorded(next, caller, target);
                }
            }
        }

        return !isThere ? check.Fails(Errno.ESRCH, KTraceNoGroup)
            : any ? check.Must(Outcome.Ok, next, KTraceGroup)
            : check.Fails(Errno.EPERM, KTraceDenied);
    }

    /// <summary>
    /// The target's real and saved ids must be the caller's, and the superuser must not trace it already.
    /// </summary>
    private static bool MayKTrace(ref CallCheck check, Process caller, Process target) =>
        (!target.IsRecordedByRoot
            && target.User.Real == caller.Uid && target.User.Saved == caller.Uid
            && target.Group.Real == caller.Group.Real && target.Group.Saved == caller.Group.Real)
        || check.Grants(caller, Privilege.KTraceOthers);

    /// <summary>Once the superuser traces a process, other users may not (KTRFAC_ROOT).</summary>
    private static State Recorded(State state, Process caller, Process target) =>
        caller.IsSuperuser ? state.With(target with { IsRecordedByRoot = true }) : state;
}
