using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>The limit on descriptors, and the umask.</summary>
internal static class LimitRules
{
    public static readonly Rule LimitDenied = new(
        "J4.limit-denied", "setrlimit above the hard limit fails with EPERM for all but the superuser.",
        "kern/kern_resource.c:dosetrlimit");
    public static readonly Rule LimitCapped = new(
        "J4.limit-capped", "setrlimit caps the limits on descriptors at kern.maxfilesperproc.",
        "kern/kern_resource.c:dosetrlimit");
    public static readonly Rule LimitSet = new(
        "J4.limit-set", "setrlimit sets both limits; the soft limit is at most the hard one.",
        "kern/kern_resource.c:dosetrlimit");
    public static readonly Rule LimitRead = new(
        "J4.limit-read", "getrlimit returns the soft limit.", "kern/kern_resource.c:getrlimit");
    public static readonly Rule UmaskSet = new(
        "J4.umask", "umask sets the file mode creation mask and returns the previous one.",
        "kern/vfs_syscalls.c:umask");

    public static Verdict Set(ref CallCheck check, Process caller, Call.SetRLimit call)
    {
        int current = Meant(call.Current);
        int maximum = Meant(call.Maximum);
        if (Math.Max(current, maximum) > caller.HardLimit && !check.Grants(caller, Privilege.RaiseLimit))
        {
            return check.Fails(Errno.EPERM, LimitDenied);
        }

        int most = check.State.World.Tunables.MaxFilesPerProcess;
        if (Math.Max(current, maximum) > most)
        {
            check.Use(LimitCapped);
        }

        return check.Changes(
            caller with
            {
                Limit = Math.Min(Math.Min(current, maximum), most),
                HardLimit = Math.Min(maximum, most),
            },
            LimitSet);
    }

    public static Verdict Get(ref CallCheck check, Process caller) =>
        check.Must(Outcome.Returned(caller.Limit), check.State, LimitRead);

    public static Verdict UMask(ref CallCheck check, Process caller, int mask) =>
        check.Must(
            Outcome.Returned(caller.Umask),
            check.State.With(caller with { Umask = mask & FileModes.All }),
            UmaskSet);

    /// <summary>A negative limit means no limit (RLIM_INFINITY).</summary>
    private static int Meant(int limit) => limit < 0 ? int.MaxValue : limit;
}
