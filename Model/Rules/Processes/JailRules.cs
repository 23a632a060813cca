using Verify.Abi;

namespace Verify.Model;

/// <summary>jail(2): who may, with what, and what it leaves alone (J1, G1).</summary>
internal static class JailRules
{
    public static Verdict Jail(ref Hearing hearing, Process caller, Call.Jail call)
    {
        if (WhyNoPrison(ref hearing, caller, call) is { } denial)
        {
            return hearing.Fails(denial);
        }

        if (DirectoryRules.WhyNotEntered(ref hearing, caller, call.Path, out Vnode root) is { } noRoot)
        {
            return hearing.Fails(noRoot);
        }

        State state = hearing.State;
        foreach (File file in caller.Files)
        {
            if (state.SocketOf(file) is { IsWithoutAddress: false })
            {
                return hearing.Fails(Errno.EBUSY, Rule.JailHoldsSocket);
            }
        }

        var prison = new Prison(state.NewPrisonId, call.Address, call.Hostname!, root);
        return hearing.Changes(caller with { Prison = prison, Root = root }, Rule.JailEnters);
    }

    private static Denial? WhyNoPrison(ref Hearing hearing, Process caller, Call.Jail call) =>
        !hearing.Grants(caller, Privilege.Jail)
            ? new Denial(Errno.EPERM, caller.Prison is null ? Rule.JailSuperuser : Rule.JailOnce)
        : call.Version != 0 ? new Denial(Errno.EINVAL, Rule.JailVersion)
        : hearing.State.Prisons.Count() >= hearing.State.World.Tunables.MaxPrisons
            ? new Denial(Errno.ENOMEM, Rule.JailNoMemory)
        : call.Hostname is null ? new Denial(Errno.EFAULT, Rule.JailHostnameNull)
        : call.Hostname.Length > HostnameRules.MaxLength ? new Denial(Errno.ENAMETOOLONG, Rule.JailHostname)
        : null;
}
