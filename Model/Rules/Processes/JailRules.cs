using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// jail(2): who may, with what, and what it leaves alone (J1, G1), in the order of kern/kern_jail.c:jail, which goes
/// through chroot.
/// </summary>
internal static class JailRules
{
    public static Verdict Jail(ref Hearing hearing, Process caller, Call.Jail call)
    {
        State state = hearing.State;
        Vnode root = default;
        Denial? denial =
            WhyNoPrison(ref hearing, caller, call) is { } noPrison ? noPrison
            : DirectoryRules.WhyHeldOpen(state, caller) is { } held ? held
            : DirectoryRules.WhyNotEntered(ref hearing, caller, call.Path, out root) is { } noRoot ? noRoot
            : HoldsSocket(state, caller) ? new Denial(Errno.EBUSY, Rule.JailHoldsSocket)
            : null;
        if (denial is { } why)
        {
            return hearing.Fails(why);
        }

        var prison = new Prison(state.NewPrisonId, call.Address, call.Hostname!, root);
        return hearing.Changes(caller with { Prison = prison, Root = root }, Rule.JailEnters);
    }

    /// <summary>True with a socket open that can have an address, or is of a family that prisons do not get.</summary>
    private static bool HoldsSocket(State state, Process caller)
    {
        foreach (File file in caller.Files)
        {
            if (state.SocketOf(file) is { IsWithoutAddress: false })
            {
                return true;
            }
        }

        return false;
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
