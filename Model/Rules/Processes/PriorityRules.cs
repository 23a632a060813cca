using Verify.Abi;

namespace Verify.Model;

/// <summary>getpriority(2) and setpriority(2) of one process.</summary>
internal static class PriorityRules
{
    /// <summary>PRIO_MAX; PRIO_MIN is its negative.</summary>
    private const int Most = 20;

    public static Verdict Get(ref Hearing hearing, Process caller, int pid) =>
        Visibility.WhyNoneOrSelf(hearing.State, caller, pid, out Process target) is { } denial
            ? hearing.Fails(denial)
            : hearing.Must(Outcome.Returned(target.Nice + Most), hearing.State, Rule.PriorityRead);

    public static Verdict Set(ref Hearing hearing, Process caller, Call.SetPriority call)
    {
        if (Visibility.WhyNoneOrSelf(hearing.State, caller, call.Target, out Process target) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (!MaySet(ref hearing, caller, target))
        {
            return hearing.Fails(Errno.EPERM, Rule.PriorityDenied);
        }

        int nice = Math.Clamp(call.Nice, -Most, Most);
        return nice < target.Nice && !hearing.Grants(caller, Privilege.RaisePriority)
            ? hearing.Fails(Errno.EACCES, Rule.PriorityRaiseDenied)
            : hearing.Changes(target with { Nice = nice }, Rule.PrioritySet);
    }

    /// <summary>
    /// True where the caller is the superuser, really or effectively, or the target's effective user
    /// (kern/kern_resource.c:donice).
    /// </summary>
    private static bool MaySet(ref Hearing hearing, Process caller, Process target) =>
        caller.User.Real == 0 || caller.Uid == target.Uid || caller.User.Real == target.Uid
        || hearing.Grants(caller, Privilege.SetOthersPriority);
}
