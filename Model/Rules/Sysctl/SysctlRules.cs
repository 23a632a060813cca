using Verify.Abi;

namespace Verify.Model;

/// <summary>sysctl(3), by name or number: who reads and writes what (J4).</summary>
internal static class SysctlRules
{
    private const string OsType = "FreeBSD";
    private const string OsRelease = "4.0-CURRENT";

    public static Verdict Read(ref Hearing hearing, Process caller, string name)
    {
        if (WhyNone(name, out SysctlVariable variable, out PortVariable port) is { } denial)
        {
            return hearing.Fails(denial);
        }

        State state = hearing.State;
        return variable switch
        {
            SysctlVariable.OsType => hearing.Must(Outcome.Read(OsType), state, Rule.SysctlReads),
            SysctlVariable.OsRelease => hearing.Must(Outcome.Read(OsRelease), state, Rule.SysctlReads),
            SysctlVariable.Hostname => HostnameRules.Read(ref hearing, caller),
            SysctlVariable.Processes => ListingRules.Processes(ref hearing, caller),
            SysctlVariable.Interfaces => ListingRules.Interfaces(ref hearing, caller),
            SysctlVariable.UdpPcbs => ListingRules.Pcbs(ref hearing, caller, Protocol.Udp),
            SysctlVariable.TcpPcbs => ListingRules.Pcbs(ref hearing, caller, Protocol.Tcp),
            _ => hearing.Must(Outcome.Returned(Number(state.Host, variable, port)), state, Rule.SysctlReads),
        };
    }

    public static Verdict Write(ref Hearing hearing, Process caller, string name, int value)
    {
        if (WhyUnwritable(ref hearing, caller, name, out SysctlVariable variable, out PortVariable port) is { } denial)
        {
            return hearing.Fails(denial);
        }

        State state = hearing.State;
        Host host = state.Host;
        return variable switch
        {
            SysctlVariable.Hostname => hearing.Fails(Errno.EINVAL, Rule.SysctlWrongType),
            SysctlVariable.PortRange => hearing.Must(
                Outcome.Ok, PortVariableRules.Write(state, new PortSetting(port, value)), Rule.SysctlWrites),
            SysctlVariable.ChrootAllowOpenDirectories =>
                Becomes(ref hearing, host with { ChrootAllowOpenDirectories = value }),
            SysctlVariable.SetHostnameAllowed => Becomes(ref hearing, host with { SetHostnameAllowed = value }),
            _ => Becomes(ref hearing, host with { UnixIpRouteOnly = value }),
        };
    }

    public static Verdict Write(ref Hearing hearing, Process caller, string name, string text) =>
        WhyUnwritable(ref hearing, caller, name, out SysctlVariable variable, out _) is { } denial
            ? hearing.Fails(denial)
        : variable == SysctlVariable.Hostname ? HostnameRules.Write(ref hearing, caller, text)
        : hearing.Fails(Errno.EINVAL, Rule.SysctlWrongType);

    private static Denial? WhyNone(string name, out SysctlVariable variable, out PortVariable port) =>
        !Mib.TryFind(name, out variable, out port) ? new Denial(Errno.ENOENT, Rule.SysctlUnknown)
        : variable == SysctlVariable.Node ? new Denial(Errno.EISDIR, Rule.SysctlInner)
        : null;

    private static Denial? WhyUnwritable(
        ref Hearing hearing, Process caller, string name, out SysctlVariable variable, out PortVariable port) =>
        WhyNone(name, out variable, out port)
        ?? variable switch
        {
            SysctlVariable.Hostname => HostnameRules.WhyUnwritable(ref hearing, caller),
            SysctlVariable.PortRange or SysctlVariable.ChrootAllowOpenDirectories
                or SysctlVariable.SetHostnameAllowed or SysctlVariable.UnixIpRouteOnly =>
                hearing.Grants(caller, Privilege.WriteSysctl) ? null : new Denial(Errno.EPERM, Rule.SysctlDenied),
            _ => new Denial(Errno.EPERM, Rule.SysctlReadOnly),
        };

    private static int Number(Host host, SysctlVariable variable, PortVariable port) => variable switch
    {
        SysctlVariable.MaxProcesses => host.World.Tunables.MaxProcesses,
        SysctlVariable.ChrootAllowOpenDirectories => host.ChrootAllowOpenDirectories,
        SysctlVariable.SetHostnameAllowed => host.SetHostnameAllowed,
        SysctlVariable.UnixIpRouteOnly => host.UnixIpRouteOnly,
        _ => host.PortVariables[(int)port],
    };

    private static Verdict Becomes(ref Hearing hearing, Host host) =>
        hearing.Must(Outcome.Ok, hearing.State with { Host = host }, Rule.SysctlKeeps);
}
