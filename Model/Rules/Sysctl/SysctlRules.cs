using Verify.Abi;

namespace Verify.Model;

/// <summary>sysctl(3), by name or number: who reads and writes what (J4). Arguments follow a number.</summary>
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

    private const string OsType = "FreeBSD";
    private const string OsRelease = "4.0-CURRENT";

    public static Verdict Read(ref Hearing hearing, Process caller, string name)
    {
        if (SysctlTree.WhyNone(name, out SysctlNode node, out int[] arguments) is { } denial)
        {
            return hearing.Fails(denial);
        }

        State state = hearing.State;
        return node switch
        {
            SysctlNode.OsType => hearing.Must(Outcome.Read(OsType), state, SysctlReads),
            SysctlNode.OsRelease => hearing.Must(Outcome.Read(OsRelease), state, SysctlReads),
            SysctlNode.Hostname => HostnameRules.Read(ref hearing, caller),
            SysctlNode.Processes => ListingRules.Processes(ref hearing, caller, _ => true),
            SysctlNode.RouteTable => Routes(ref hearing, caller, arguments),
            SysctlNode.Interfaces => ListingRules.Interfaces(ref hearing, caller),
            SysctlNode.UdpPcbs => ListingRules.Pcbs(ref hearing, caller, Protocol.Udp),
            SysctlNode.TcpPcbs => ListingRules.Pcbs(ref hearing, caller, Protocol.Tcp),
            _ when SysctlTree.TakesArguments(node) => SomeProcesses(ref hearing, caller, node, arguments),
            _ => hearing.Must(Outcome.Returned(Number(state.Host, node)), state, SysctlReads),
        };
    }

    public static Verdict Write(ref Hearing hearing, Process caller, string name, int value)
    {
        if (WhyUnwritable(ref hearing, caller, name, out SysctlNode node) is { } denial)
        {
            return hearing.Fails(denial);
        }

        State state = hearing.State;
        Host host = state.Host;
        return node switch
        {
            SysctlNode.Hostname => hearing.Fails(Errno.EINVAL, SysctlWrongType),
            SysctlNode.ChrootAllowOpenDirectories =>
                Becomes(ref hearing, host with { ChrootAllowOpenDirectories = value }),
            SysctlNode.SetHostnameAllowed => Becomes(ref hearing, host with { SetHostnameAllowed = value }),
            SysctlNode.UnixIpRouteOnly => Becomes(ref hearing, host with { UnixIpRouteOnly = value }),
            _ => hearing.Must(
                Outcome.Ok,
                PortVariableRules.Write(state, new PortSetting(PortOf(node), value)),
                SysctlWrites),
        };
    }

    public static Verdict Write(ref Hearing hearing, Process caller, string name, string text) =>
        WhyUnwritable(ref hearing, caller, name, out SysctlNode node) is { } denial
            ? hearing.Fails(denial)
        : node == SysctlNode.Hostname ? HostnameRules.Write(ref hearing, caller, text)
        : hearing.Fails(Errno.EINVAL, SysctlWrongType);

    /// <summary>kern/kern_proc.c:sysctl_kern_proc: one argument says whose processes.</summary>
    private static Verdict SomeProcesses(ref Hearing hearing, Process caller, SysctlNode node, int[] arguments)
    {
        if (arguments.Length != 1)
        {
            return hearing.Fails(Errno.EINVAL, SysctlArguments);
        }

        int wanted = arguments[0];
        return ListingRules.Processes(ref hearing, caller, node switch
        {
            SysctlNode.ProcessById => process => process.Pid == wanted,
            SysctlNode.ProcessesOfGroup => process => process.ProcessGroup == wanted,
            SysctlNode.ProcessesOfUser => process => process.User.Effective == wanted,
            SysctlNode.ProcessesOfRealUser => process => process.User.Real == wanted,
            _ => _ => false,
        });
    }

    /// <summary>net/rtsock.c:sysctl_rtsock: any protocol, any family or IPv4, NET_RT_IFLIST, every interface.</summary>
    private static Verdict Routes(ref Hearing hearing, Process caller, int[] arguments) =>
        arguments is [_, 0 or 2, 3, 0]
            ? ListingRules.Interfaces(ref hearing, caller)
            : hearing.Fails(Errno.EINVAL, SysctlArguments);

    private static Denial? WhyUnwritable(
        ref Hearing hearing, Process caller, string name, out SysctlNode node) =>
        SysctlTree.WhyNone(name, out node, out _)
        ?? node switch
        {
            SysctlNode.Hostname => HostnameRules.WhyUnwritable(ref hearing, caller),
            SysctlNode.ChrootAllowOpenDirectories or >= SysctlNode.SetHostnameAllowed =>
                hearing.Grants(caller, Privilege.WriteSysctl) ? null : new Denial(Errno.EPERM, SysctlDenied),
            _ => new Denial(Errno.EPERM, SysctlReadOnly),
        };

    private static int Number(Host host, SysctlNode node) => node switch
    {
        SysctlNode.MaxProcesses => host.World.Tunables.MaxProcesses,
        SysctlNode.ChrootAllowOpenDirectories => host.ChrootAllowOpenDirectories,
        SysctlNode.SetHostnameAllowed => host.SetHostnameAllowed,
        SysctlNode.UnixIpRouteOnly => host.UnixIpRouteOnly,
        _ => host.PortVariables[(int)PortOf(node)],
    };

    private static PortVariable PortOf(SysctlNode node) => (PortVariable)(node - SysctlNode.FirstPortVariable);

    private static Verdict Becomes(ref Hearing hearing, Host host) =>
        hearing.Must(Outcome.Ok, hearing.State with { Host = host }, SysctlKeeps);
}
