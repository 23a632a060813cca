using Verify.Abi;
using Verify.Model.Rules.Credentials;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sysctl;

/// <summary>sysctl(3) by name or number: reading and writing variables (J4). Arguments follow the number.</summary>
internal static class SysctlRules
{
    public static readonly Rule SysctlArguments = new(
        "J6.sysctl-arguments",
        "sysctl of a variable that takes arguments fails with EINVAL if they are too few, too many or wrong.",
        "kern/kern_proc.c:sysctl_kern_proc");
    public static readonly Rule SysctlReadOnly = new(
        "J4.sysctl-read-only", "Writing a read-only sysctl variable fails with EPERM.",
        "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule SysctlDenied = new(
        "P2.denied", "Writing a sysctl variable fails with EPERM for all but the superuser outside any prison.",
        "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule SysctlWrongType = new(
        "J4.sysctl-wrong-type",
        "Writing a string to an integer sysctl variable, or an integer to a string one, fails with EINVAL.",
        "kern/kern_sysctl.c:sysctl_new_user");
    public static readonly Rule SysctlReads = new(
        "P2.reads", "Every process may read a sysctl variable.", "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule SysctlWrites = new(
        "P2.writes", "Writing a port range variable sets it and clamps all six variables.",
        "netinet/in_pcb.c:sysctl_net_ipport_check");
    public static readonly Rule SysctlKeeps = new(
        "J4.sysctl-keeps", "Writing jail.* or kern.chroot_allow_open_directories stores the value unchanged.",
        "kern/kern_sysctl.c:sysctl_handle_int");

    public static readonly Rule RawSpaceSet = new(
        "S11.raw-space",
        "Writing net.inet.raw.maxdgram or net.inet.raw.recvspace stores any value, for the buffers of new raw sockets.",
        "netinet/raw_ip.c:rip_attach");

    private const string OsType = "FreeBSD";
    private const string OsRelease = "4.0-CURRENT";

    public static Verdict Read(ref CallCheck check, Process caller, string name)
    {
        if (SysctlNameRules.NameDenial(name, out SysctlVariable node, out int[] arguments) is { } denial)
        {
            return check.Fails(denial);
        }

        State state = check.State;
        return node switch
        {
            SysctlVariable.OsType => check.Must(Outcome.Read(OsType), state, SysctlReads),
            SysctlVariable.OsRelease => check.Must(Outcome.Read(OsRelease), state, SysctlReads),
            SysctlVariable.Hostname => HostnameRules.Read(ref check, caller),
            SysctlVariable.Processes => ListingRules.Processes(ref check, caller, _ => true),
            SysctlVariable.RouteTable => Routes(ref check, caller, arguments),
            SysctlVariable.Interfaces => ListingRules.Interfaces(ref check, caller),
            SysctlVariable.UdpPcbs => ListingRules.Pcbs(ref check, caller, Protocol.Udp),
            SysctlVariable.TcpPcbs => ListingRules.Pcbs(ref check, caller, Protocol.Tcp),
            SysctlVariable.UdpCounters =>
                check.Must(Outcome.Read($"{state.Udp}"), state, UdpCountRules.CountersRead),
            _ when SysctlNameRules.TakesArguments(node) => SomeProcesses(ref check, caller, node, arguments),
            _ => check.Must(Outcome.Returned(Number(state.Host, node)), state, SysctlReads),
        };
    }

    public static Verdict Write(ref CallCheck check, Process caller, string name, int value)
    {
        if (WriteDenial(ref check, caller, name, out SysctlVariable node) is { } denial)
        {
            return check.Fails(denial);
        }

        State state = check.State;
        Host host = state.Host;
        return node switch
        {
            SysctlVariable.Hostname => check.Fails(Errno.EINVAL, SysctlWrongType),
            SysctlVariable.ChrootAllowOpenDirectories =>
                Becomes(ref check, host with { ChrootAllowOpenDirectories = value }),
            SysctlVariable.SetHostnameAllowed => Becomes(ref check, host with { SetHostnameAllowed = value }),
            SysctlVariable.UnixIpRouteOnly => Becomes(ref check, host with { UnixIpRouteOnly = value }),
            SysctlVariable.RawSendSpace => Becomes(ref check, host with { RawSendSpace = value }, RawSpaceSet),
            SysctlVariable.RawReceiveSpace => Becomes(ref check, host with { RawReceiveSpace = value }, RawSpaceSet),
            _ => check.Must(
                Outcome.Ok,
                PortVariableRules.Write(state, new PortSetting(PortOf(node), value)),
                SysctlWrites),
        };
    }

    public static Verdict Write(ref CallCheck check, Process caller, string name, string text) =>
        WriteDenial(ref check, caller, name, out SysctlVariable node) is { } denial
            ? check.Fails(denial)
        : node == SysctlVariable.Hostname ? HostnameRules.Write(ref check, caller, text)
        : check.Fails(Errno.EINVAL, SysctlWrongType);

    /// <summary>kern/kern_proc.c:sysctl_kern_proc: one argument selects the processes.</summary>
    private static Verdict SomeProcesses(ref CallCheck check, Process caller, SysctlVariable node, int[] arguments)
    {
        if (arguments.Length != 1)
        {
            return check.Fails(Errno.EINVAL, SysctlArguments);
        }

        int wanted = arguments[0];
        return ListingRules.Processes(ref check, caller, node switch
        {
            SysctlVariable.ProcessById => process => process.Pid == wanted,
            SysctlVariable.ProcessesOfGroup => process => process.ProcessGroup == wanted,
            SysctlVariable.ProcessesOfUser => process => process.User.Effective == wanted,
            SysctlVariable.ProcessesOfRealUser => process => process.User.Real == wanted,
            _ => _ => false,
        });
    }

    /// <summary>net/rtsock.c:sysctl_rtsock: any protocol, any family or IPv4, NET_RT_IFLIST, every interface.</summary>
    private static Verdict Routes(ref CallCheck check, Process caller, int[] arguments) =>
        arguments is [_, 0 or 2, 3, 0]
            ? ListingRules.Interfaces(ref check, caller)
            : check.Fails(Errno.EINVAL, SysctlArguments);

    private static Denial? WriteDenial(
        ref CallCheck check, Process caller, string name, out SysctlVariable node) =>
        SysctlNameRules.NameDenial(name, out node, out _)
        ?? node switch
        {
            SysctlVariable.Hostname => HostnameRules.WriteDenial(ref check, caller),
            SysctlVariable.ChrootAllowOpenDirectories or >= SysctlVariable.SetHostnameAllowed =>
                check.Grants(caller, Privilege.WriteSysctl) ? null : new Denial(Errno.EPERM, SysctlDenied),
            _ => new Denial(Errno.EPERM, SysctlReadOnly),
        };

    private static int Number(Host host, SysctlVariable node) => node switch
    {
        SysctlVariable.MaxProcesses => host.World.Tunables.MaxProcesses,
        SysctlVariable.ChrootAllowOpenDirectories => host.ChrootAllowOpenDirectories,
        SysctlVariable.SetHostnameAllowed => host.SetHostnameAllowed,
        SysctlVariable.UnixIpRouteOnly => host.UnixIpRouteOnly,
        SysctlVariable.RawSendSpace => host.RawSendSpace,
        SysctlVariable.RawReceiveSpace => host.RawReceiveSpace,
        _ => host.PortVariables[(int)PortOf(node)],
    };

    private static PortVariable PortOf(SysctlVariable node) => (PortVariable)(node - SysctlVariable.FirstPortVariable);

    private static Verdict Becomes(ref CallCheck check, Host host, Rule? rule = null) =>
        check.Must(Outcome.Ok, check.State with { Host = host }, rule ?? SysctlKeeps);
}
