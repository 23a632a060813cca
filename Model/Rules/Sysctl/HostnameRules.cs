using Verify.Abi;

namespace Verify.Model;

/// <summary>kern.hostname: inside a prison that prison's only, outside the host's only (J5).</summary>
internal static class HostnameRules
{
    /// <summary>MAXHOSTNAMELEN without the terminating zero.</summary>
    public const int MaxLength = 255;

    public static Verdict Read(ref Hearing hearing, Process caller) => caller.Prison is { } prison
        ? hearing.Must(Outcome.Read(prison.Hostname), hearing.State, Rule.HostnameOfPrison)
        : hearing.Must(Outcome.Read(hearing.State.Host.Hostname), hearing.State, Rule.HostnameOfHost);

    public static Denial? WhyUnwritable(ref Hearing hearing, Process caller) =>
        !hearing.Grants(caller, Privilege.SetHostname) ? new Denial(Errno.EPERM, Rule.HostnameDenied)
        : caller.Prison is not null && hearing.State.Host.SetHostnameAllowed == 0
            ? new Denial(Errno.EPERM, Rule.HostnameFixed)
        : null;

    public static Verdict Write(ref Hearing hearing, Process caller, string name)
    {
        State state = hearing.State;
        return name.Length > MaxLength ? hearing.Fails(Errno.EINVAL, Rule.HostnameLong)
            : caller.Prison is { } prison
                ? hearing.Must(Outcome.Ok, state.With(prison with { Hostname = name }), Rule.HostnameSetInPrison)
            : hearing.Must(
                Outcome.Ok, state with { Host = state.Host with { Hostname = name } }, Rule.HostnameSetOnHost);
    }
}
