using Verify.Abi;

namespace Verify.Model;

/// <summary>jail(2): who may, with what, and what it leaves alone (J1, G1).</summary>
internal static class JailRules
{
    /// <summary>MAXHOSTNAMELEN without the terminating zero.</summary>
    private const int MaxHostname = 255;

    /// <summary>MAXPATHLEN without the terminating zero.</summary>
    private const int MaxPath = 1023;

    /// <summary>NAME_MAX.</summary>
    private const int MaxComponent = 255;

    public static Verdict Jail(ref Hearing hearing, Process caller, Call.Jail call)
    {
        if (!caller.IsHostSuperuser)
        {
            return hearing.Fails(Errno.EPERM, caller.Prison is null ? Rule.JailSuperuser : Rule.JailOnce);
        }

        if (call.Version != 0)
        {
            return hearing.Fails(Errno.EINVAL, Rule.JailVersion);
        }

        if (call.Hostname!.Length > MaxHostname)
        {
            return hearing.Fails(Errno.ENAMETOOLONG, Rule.JailHostname);
        }

        if (call.Path!.Length == 0)
        {
            return hearing.Fails(Errno.ENOENT, Rule.JailPathEmpty);
        }

        if (call.Path.Length > MaxPath || call.Path.Split('/').Any(component => component.Length > MaxComponent))
        {
            return hearing.Fails(Errno.ENAMETOOLONG, Rule.JailPathLong);
        }

        if (caller.Files.Any(file => file.IsSocket))
        {
            return hearing.Fails(Errno.EBUSY, Rule.JailHoldsSocket);
        }

        var prison = new Prison(hearing.State.NewPrisonId, call.Address, call.Hostname, Vnode.Root);
        return hearing.Must(Outcome.Ok, hearing.State.With(caller with { Prison = prison }), Rule.JailEnters);
    }
}
