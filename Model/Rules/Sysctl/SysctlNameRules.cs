using System.Globalization;
using Verify.Abi;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sysctl;

/// <summary>
/// The sysctl tree as a table of names and numbers. Automatic numbers (OID_AUTO) count from 100 under each node, in the
/// order in which the kernel registers them (kern/kern_sysctl.c:sysctl_register_oid).
/// </summary>
internal static class SysctlNameRules
{
    public static readonly Rule SysctlUnknown = new(
        "P2.unknown", "sysctl of a variable that does not exist fails with ENOENT.", "kern/kern_sysctl.c:name2oid");
    public static readonly Rule SysctlInner = new(
        "J4.sysctl-inner", "sysctl of an inner node fails with EISDIR.", "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule SysctlLength = new(
        "J4.sysctl-length",
        "sysctl of a number of one part or more than twelve, or of a name of one part, fails with EINVAL.",
        "kern/kern_sysctl.c:userland_sysctl");
    public static readonly Rule SysctlBeyondLeaf = new(
        "J4.sysctl-beyond-leaf", "sysctl of a number that continues beyond a variable's fails with ENOTDIR.",
        "kern/kern_sysctl.c:sysctl_root");
    public static readonly Rule SysctlNameLong = new(
        "J4.sysctl-name-long", "sysctl of a name of 1024 characters or more fails with ENAMETOOLONG.",
        "kern/kern_sysctl.c:sysctl_sysctl_name2oid");

    /// <summary>CTL_MAXNAME.</summary>
    private const int MostParts = 12;

    /// <summary>MAXPATHLEN: a name of this length, in characters, is too long.</summary>
    private const int TooLong = 1024;

    private static readonly (string Name, string Number, SysctlVariable Node)[] Rows =
    [
        ("kern.ostype", "1.1", SysctlVariable.OsType),
        ("kern.osrelease", "1.2", SysctlVariable.OsRelease),
        ("kern.maxproc", "1.6", SysctlVariable.MaxProcesses),
        ("kern.hostname", "1.10", SysctlVariable.Hostname),
        ("kern.proc.all", "1.14.0", SysctlVariable.Processes),
        ("kern.proc.pid", "1.14.1", SysctlVariable.ProcessById),
        ("kern.proc.pgrp", "1.14.2", SysctlVariable.ProcessesOfGroup),
        ("kern.proc.tty", "1.14.4", SysctlVariable.ProcessesOfTerminal),
        ("kern.proc.uid", "1.14.5", SysctlVariable.ProcessesOfUser),
        ("kern.proc.ruid", "1.14.6", SysctlVariable.ProcessesOfRealUser),
        ("kern.chroot_allow_open_directories", "1.100", SysctlVariable.ChrootAllowOpenDirectories),
        ("net.inet.ip.portrange.lowfirst", "4.2.0.0.100", Of(PortVariable.LowFirst)),
        ("net.inet.ip.portrange.lowlast", "4.2.0.0.101", Of(PortVariable.LowLast)),
        ("net.inet.ip.portrange.first", "4.2.0.0.102", Of(PortVariable.First)),
        ("net.inet.ip.portrange.last", "4.2.0.0.103", Of(PortVariable.Last)),
        ("net.inet.ip.portrange.hifirst", "4.2.0.0.104", Of(PortVariable.HiFirst)),
        ("net.inet.ip.portrange.hilast", "4.2.0.0.105", Of(PortVariable.HiLast)),
        ("net.inet.tcp.pcblist", "4.2.6.11", SysctlVariable.TcpPcbs),
        ("net.inet.raw.maxdgram", "4.2.255.100", SysctlVariable.RawSendSpace),
        ("net.inet.raw.recvspace", "4.2.255.101", SysctlVariable.RawReceiveSpace),
        ("net.inet.udp.pcblist", "4.2.17.5", SysctlVariable.UdpPcbs),
        ("net.inet.udp.stats", "4.2.17.2", SysctlVariable.UdpCounters),
        ("net.routetable", "4.17", SysctlVariable.RouteTable),
        ("jail.set_hostname_allowed", "100.100", SysctlVariable.SetHostnameAllowed),
        ("jail.socket_unixiproute_only", "100.101", SysctlVariable.UnixIpRouteOnly),
    ];

    /// <summary>A number without a name in the kernel.</summary>
    private const string InterfaceList = "net.route.iflist";

    private static readonly Dictionary<string, SysctlVariable> ByName =
        Rows.ToDictionary(row => row.Name, row => row.Node);
    private static readonly Dictionary<string, SysctlVariable> ByNumber =
        Rows.ToDictionary(row => row.Number, row => row.Node);

    /// <summary>Every proper prefix of a name.</summary>
    private static readonly HashSet<string> InnerNames = [.. Rows.SelectMany(row => Beginnings(row.Name))];

    /// <summary>Every proper prefix of a number.</summary>
    private static readonly HashSet<string> InnerNumbers = [.. Rows.SelectMany(row => Beginnings(row.Number))];

    /// <summary>The denial of a name, or of a number such as 1.10, or the variable with its arguments.</summary>
    public static Denial? NameDenial(string text, out SysctlVariable node, out int[] arguments)
    {
        (node, arguments) = (default, []);
        return NumbersIn(text) is { } numbers
            ? NumberDenial(numbers, out node, out arguments)
            : TextDenial(text, out node);
    }

    /// <summary>True for a name or number of this variable.</summary>
    public static bool Denotes(string text, SysctlVariable variable) =>
        NameDenial(text, out SysctlVariable node, out _) is null && node == variable;

    /// <summary>True for a variable that takes the numbers after its own as arguments.</summary>
    public static bool TakesArguments(SysctlVariable node) =>
        node is >= SysctlVariable.ProcessById and <= SysctlVariable.RouteTable;

    /// <summary>The node of a port variable.</summary>
    private static SysctlVariable Of(PortVariable variable) => SysctlVariable.FirstPortVariable + (int)variable;

    /// <summary>kern/kern_sysctl.c:__sysctl, sysctl_find_oid, sysctl_root.</summary>
    private static Denial? NumberDenial(int[] numbers, out SysctlVariable node, out int[] arguments)
    {
        (node, arguments) = (default, []);
        if (numbers.Length is < 2 or > MostParts)
        {
            return new Denial(Errno.EINVAL, SysctlLength);
        }

        for (int length = numbers.Length; length > 0; length--)
        {
            if (ByNumber.TryGetValue(string.Join('.', numbers[..length]), out node))
            {
                arguments = numbers[length..];
                return arguments.Length > 0 && !TakesArguments(node)
                    ? new Denial(Errno.ENOTDIR, SysctlBeyondLeaf)
                    : null;
            }
        }

        return VariableDenial(InnerNumbers.Contains(string.Join('.', numbers)));
    }

    /// <summary>kern/kern_sysctl.c:sysctl_sysctl_name2oid, name2oid: one dot at the end does not count.</summary>
    private static Denial? TextDenial(string text, out SysctlVariable node)
    {
        string name = text.EndsWith('.') ? text[..^1] : text;
        if (name == InterfaceList)
        {
            node = SysctlVariable.Interfaces;
            return null;
        }

        return ByName.TryGetValue(name, out node) ? null
            : text.Length >= TooLong ? new Denial(Errno.ENAMETOOLONG, SysctlNameLong)
            : InnerNames.Contains(name) && !name.Contains('.') ? new Denial(Errno.EINVAL, SysctlLength)
            : VariableDenial(InnerNames.Contains(name));
    }

    private static Denial VariableDenial(bool isInner) => isInner
        ? new Denial(Errno.EISDIR, SysctlInner)
        : new Denial(Errno.ENOENT, SysctlUnknown);

    private static int[]? NumbersIn(string text)
    {
        string[] parts = text.Split('.');
        var numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return numbers;
    }

    private static IEnumerable<string> Beginnings(string path)
    {
        for (int dot = path.LastIndexOf('.'); dot > 0; dot = path.LastIndexOf('.', dot - 1))
        {
            yield return path[..dot];
        }
    }
}
