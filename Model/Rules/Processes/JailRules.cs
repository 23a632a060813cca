using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Files;
using Verify.Model.Rules.Sysctl;
using Verify.Model.States;
using Verify.Model.States.Files;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Processes;

/// <summary>jail(2) (J1, G1), errors in the order of kern/kern_jail.c:jail, which calls chroot.</summary>
internal static class JailRules
{
    public static readonly Rule JailSuperuser = new(
        "J1.superuser", "jail fails with EPERM for all but the superuser.", "kern/kern_jail.c:jail");
    public static readonly Rule JailOnce = new(
        "J1.once", "jail by a jailed process fails with EPERM.", "kern/kern_jail.c:jail");
    public static readonly Rule JailVersion = new(
        "J1.version", "jail with a version other than 0 fails with EINVAL.", "kern/kern_jail.c:jail");
    public static readonly Rule JailNoMemory = new(
        "J1.no-memory", "jail fails with ENOMEM if debug.maxprisons prisons exist.", "Memory for prisons");
    public static readonly Rule JailHostnameNull = new(
        "J1.hostname-null", "jail fails with EFAULT if the hostname is a null pointer.", "kern/kern_jail.c:jail");
    public static readonly Rule JailHostname = new(
        "J1.hostname", "jail with a hostname of more than 255 characters fails with ENAMETOOLONG.",
        "kern/kern_jail.c:jail");
    public static readonly Rule JailHoldsSocket = new(
        "G1.jail-holds-socket",
        "jail fails with EBUSY while the process has a socket open that is neither local nor a routing socket.", "D1");
    public static readonly Rule JailEnters = new(
        "J1.enters", "jail puts the process into a new prison and makes the path its root directory.",
        "kern/kern_jail.c:jail");

    public static Verdict Jail(ref CallCheck check, Process caller, Call.Jail call)
    {
        State state = check.State;
        Vnode root = default;
        Denial? denial =
            PrisonDenial(ref check, caller, call) is { } noPrison ? noPrison
            : DirectoryRules.OpenDirectoryDenial(state, caller) is { } held ? held
            : DirectoryRules.EntryDenial(ref check, caller, call.Path, out root) is { } noRoot ? noRoot
            : HoldsSocket(state, caller) ? new Denial(Errno.EBUSY, JailHoldsSocket)
            : null;
        if (denial is { } why)
        {
            return check.Fails(why);
        }

        var prison = new Prison(state.NewPrisonId, call.Address, call.Hostname!, root);
        return check.Changes(caller with { Prison = prison, Root = root }, JailEnters);
    }

    /// <summary>True if a socket is open that can have an address, or is of a family that prisons deny.</summary>
    private static bool HoldsSocket(State state, Process caller)
    {
        foreach (DescriptorEntry file in caller.Files)
        {
            if (state.SocketOf(file) is { IsWithoutAddress: false })
            {
                return true;
            }
        }

        return false;
    }

    private static Denial? PrisonDenial(ref CallCheck check, Process caller, Call.Jail call) =>
        !check.Grants(caller, Privilege.Jail)
            ? new Denial(Errno.EPERM, caller.Prison is null ? JailSuperuser : JailOnce)
        : call.Version != 0 ? new Denial(Errno.EINVAL, JailVersion)
        : check.State.Prisons.Count() >= check.State.World.Tunables.MaxPrisons
            ? new Denial(Errno.ENOMEM, JailNoMemory)
        : call.Hostname is null ? new Denial(Errno.EFAULT, JailHostnameNull)
        : call.Hostname.Length > HostnameRules.MaxLength ? new Denial(Errno.ENAMETOOLONG, JailHostname)
        : null;
}
