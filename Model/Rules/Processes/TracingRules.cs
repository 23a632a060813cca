using Verify.Abi;

namespace Verify.Model;

/// <summary>ptrace(2) and ktrace(2), each with its errors in the order in which they win.</summary>
internal static class TracingRules
{
    /// <summary>kern/sys_process.c:ptrace with PT_ATTACH: the tracer becomes the parent.</summary>
    public static Verdict PTrace(ref Hearing hearing, Process caller, int pid)
    {
        Denial? denial =
            Visibility.WhyNone(hearing.State, caller, pid, out Process target) is { } nobody ? nobody
            : target.Pid == caller.Pid ? new Denial(Errno.EINVAL, Rule.PTraceSelf)
            : target.IsTraced ? new Denial(Errno.EBUSY, Rule.PTraceTwice)
            : (target.User.Real != caller.User.Real || target.HasChangedIds)
                && !hearing.Grants(caller, Privilege.PTraceOthers)
                ? new Denial(Errno.EPERM, Rule.PTraceDenied)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Changes(target with { IsTraced = true, Parent = caller.Pid }, Rule.PTraceAllowed);
    }

    /// <summary>kern/kern_ktrace.c:ktrace, ktrcanset.</summary>
    public static Verdict KTrace(ref Hearing hearing, Process caller, int pid)
    {
        if (pid < 0)
        {
            return KTraceGroup(ref hearing, caller, unchecked(-pid));
        }

        Denial? denial =
            Visibility.WhyNone(hearing.State, caller, pid, out Process target) is { } nobody ? nobody
            : !MayKTrace(ref hearing, caller, target) ? new Denial(Errno.EPERM, Rule.KTraceDenied)
            : null;
        return denial is { } why
            ? hearing.Fails(why)
            : hearing.Must(Outcome.Ok, Recorded(hearing.State, caller, target), Rule.KTraceAllowed);
    }

    /// <summary>One process that may be traced is enough.</summary>
    private static Verdict KTraceGroup(ref Hearing hearing, Process caller, int group)
    {
        bool isThere = false;
        bool any = false;
        State next = hearing.State;
        foreach (Process target in hearing.State.Processes)
        {
            if (target.ProcessGroup == group && caller.Sees(target))
            {
                isThere = true;
                if (MayKTrace(ref hearing, caller, target))
                {
                    any = true;
                    next = Recorded(next, caller, target);
                }
            }
        }

        return !isThere ? hearing.Fails(Errno.ESRCH, Rule.KTraceNoGroup)
            : any ? hearing.Must(Outcome.Ok, next, Rule.KTraceGroup)
            : hearing.Fails(Errno.EPERM, Rule.KTraceDenied);
    }

    /// <summary>
    /// The caller is the user that the target is and was, with the group that it is and was, and no superuser was there
    /// before.
    /// </summary>
    private static bool MayKTrace(ref Hearing hearing, Process caller, Process target) =>
        (!target.IsRecordedByRoot
            && target.User.Real == caller.Uid && target.User.Saved == caller.Uid
            && target.Group.Real == caller.Group.Real && target.Group.Saved == caller.Group.Real)
        || hearing.Grants(caller, Privilege.KTraceOthers);

    /// <summary>What the superuser records is nobody else's to record (KTRFAC_ROOT).</summary>
    private static State Recorded(State state, Process caller, Process target) =>
        caller.IsSuperuser ? state.With(target with { IsRecordedByRoot = true }) : state;
}
