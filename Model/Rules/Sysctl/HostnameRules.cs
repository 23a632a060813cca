using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sysctl;

/// <summary>kern.hostname: in a prison the prison's, outside the host's (J5).</summary>
internal static class HostnameRules
{
    public static readonly Rule HostnameOfHost = new(
        "J5.hostname-of-host", "Outside any prison, kern.hostname reads as the host's hostname.",
        "kern/kern_mib.c:sysctl_hostname");
    public static readonly Rule HostnameOfPrison = new(
        "J5.hostname-of-prison", "In a prison, kern.hostname reads as the prison's hostname.",
        "kern/kern_mib.c:sysctl_hostname");
    public static readonly Rule HostnameDenied = new(
        "J5.hostname-denied", "Writing kern.hostname fails with EPERM for all but the superuser.",
        "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule HostnameFixed = new(
        "J5.hostname-fixed", "Writing kern.hostname in a prison fails with EPERM if jail.set_hostname_allowed is 0.",
        "kern/kern_mib.c:sysctl_hostname");
    public static readonly Rule HostnameLong = new(
        "J5.hostname-long", "Writing a kern.hostname of more than 255 characters fails with EINVAL.",
        "kern/kern_sysctl.c:sysctl_handle_string");
    public static readonly Rule HostnameSetOnHost = new(
        "J5.hostname-set-on-host",
        "Writing kern.hostname as the superuser outside any prison sets the host's hostname.",
        "kern/kern_mib.c:sysctl_hostname");
    public static readonly Rule HostnameSetInPrison = new(
        "J5.hostname-set-in-prison", "Writing kern.hostname as the superuser in a prison sets the prison's hostname.",
        "kern/kern_mib.c:sysctl_hostname");

    /// <summary>MAXHOSTNAMELEN without the terminating zero.</summary>
    public const int MaxLength = 255;

    public static Verdict Read(ref CallCheck check, Process caller) => caller.Prison is { } prison
        ? check.Must(Outcome.Read(prison.Hostname), check.State, HostnameOfPrison)
        : check.Must(Outcome.Read(check.State.Host.Hostname), check.State, HostnameOfHost);

    public static Denial? WriteDenial(ref CallCheck check, Process caller) =>
        !check.Grants(caller, Privilege.SetHostname) ? new Denial(Errno.EPERM, HostnameDenied)
        : caller.Prison is not null && check.State.Host.SetHostnameAllowed == 0
            ? new Denial(Errno.EPERM, HostnameFixed)
        : null;

    public static Verdict Write(ref CallCheck check, Process caller, string name)
    {
        State state = check.State;
        return name.Length > MaxLength ? check.Fails(Errno.EINVAL, HostnameLong)
            : caller.Prison is { } prison
                ? check.Must(Outcome.Ok, state.With(prison with { Hostname = name }), HostnameSetInPrison)
            : check.Must(
                Outcome.Ok, state with { Host = state.Host with { Hostname = name } }, HostnameSetOnHost);
    }
}
