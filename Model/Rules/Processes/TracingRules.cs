using Verify.Abi;

namespace Verify.Model;

/// <summary>ptrace(2) and ktrace(2): only whether one may.</summary>
internal static class TracingRules
{
    public static Verdict PTrace(ref Hearing hearing, Process caller, int pid)
    {
        if (Visibility.WhyNone(hearing.State, caller, pid, out Process target) is { } denial)
        {
            return hearing.Fails(denial);
        }

        return target.Pid == caller.Pid ? hearing.Fails(Errno.EINVAL, Rule.PTraceSelf)
            : target.Uid != caller.Uid && !hearing.Grants(caller, Privilege.PTraceOthers)
                ? hearing.Fails(Errno.EPERM, Rule.PTraceDenied)
            : hearing.Must(Outcome.Ok, hearing.State, Rule.PTraceAllowed);
    }

    public static Verdict KTrace(ref Hearing hearing, Process caller, int pid)
    {
        if (Visibility.WhyNone(hearing.State, caller, pid, out Process target) is { } denial)
        {
            return hearing.Fails(denial);
        }

        return target.Uid != caller.Uid && !hearing.Grants(caller, Privilege.KTraceOthers)
            ? hearing.Fails(Errno.EPERM, Rule.KTraceDenied)
            : hearing.Must(Outcome.Ok, hearing.State, Rule.KTraceAllowed);
    }
}
