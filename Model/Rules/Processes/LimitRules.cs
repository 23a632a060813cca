using Verify.Abi;

namespace Verify.Model;

/// <summary>What bounds a process itself: its number of descriptors, and its umask.</summary>
internal static class LimitRules
{
    public static Verdict Set(ref Hearing hearing, Process caller, Call.SetRLimit call)
    {
        int current = Meant(call.Current);
        int maximum = Meant(call.Maximum);
        if (Math.Max(current, maximum) > caller.HardLimit && !hearing.Grants(caller, Privilege.RaiseLimit))
        {
            return hearing.Fails(Errno.EPERM, Rule.LimitDenied);
        }

        int most = hearing.State.World.Tunables.MaxFilesPerProcess;
        if (Math.Max(current, maximum) > most)
        {
            hearing.Use(Rule.LimitCapped);
        }

        return hearing.Changes(
            caller with
            {
                Limit = Math.Min(Math.Min(current, maximum), most),
                HardLimit = Math.Min(maximum, most),
            },
            Rule.LimitSet);
    }

    public static Verdict Get(ref Hearing hearing, Process caller) =>
        hearing.Must(Outcome.Returned(caller.Limit), hearing.State, Rule.LimitRead);

    public static Verdict UMask(ref Hearing hearing, Process caller, int mask) =>
        hearing.Must(
            Outcome.Returned(caller.Umask),
            hearing.State.With(caller with { Umask = mask & FileModes.All }),
            Rule.UmaskSet);

    /// <summary>A negative limit is none (RLIM_INFINITY).</summary>
    private static int Meant(int limit) => limit < 0 ? int.MaxValue : limit;
}
