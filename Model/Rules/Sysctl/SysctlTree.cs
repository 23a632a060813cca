using System.Globalization;
using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// The sysctl tree as a table: what each name and each number means. Numbers that nobody chose (OID_AUTO) count from 100
/// under each node, in the order in which the kernel has what is under it (kern/kern_sysctl.c:sysctl_register_oid).
/// </summary>
internal static class SysctlTree
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

    /// <summary>MAXPATHLEN: a name of so many characters is too long.</summary>
    private const int TooLong = 1024;

    private static readonly (string Name, string Number, SysctlNode Node)[] Rows =
    [
        ("kern.ostype", "1.1", SysctlNode.OsType),
        ("kern.osrelease", "1.2", SysctlNode.OsRelease),
        ("kern.maxproc", "1.6", SysctlNode.MaxProcesses),
        ("kern.hostname", "1.10", SysctlNode.Hostname),
        ("kern.proc.all", "1.14.0", SysctlNode.Processes),
        ("kern.proc.pid", "1.14.1", SysctlNode.ProcessById),
        ("kern.proc.pgrp", "1.14.2", SysctlNode.ProcessesOfGroup),
        ("kern.proc.tty", "1.14.4", SysctlNode.ProcessesOfTerminal),
        ("kern.proc.uid", "1.14.5", SysctlNode.ProcessesOfUser),
        ("kern.proc.ruid", "1.14.6", SysctlNode.ProcessesOfRealUser),
        ("kern.chroot_allow_open_directories", "1.100", SysctlNode.ChrootAllowOpenDirectories),
        ("net.inet.ip.portrange.lowfirst", "4.2.0.0.100", Of(PortVariable.LowFirst)),
        ("net.inet.ip.portrange.lowlast", "4.2.0.0.101", Of(PortVariable.LowLast)),
        ("net.inet.ip.portrange.first", "4.2.0.0.102", Of(PortVariable.First)),
        ("net.inet.ip.portrange.last", "4.2.0.0.103", Of(PortVariable.Last)),
        ("net.inet.ip.portrange.hifirst", "4.2.0.0.104", Of(PortVariable.HiFirst)),
        ("net.inet.ip.portrange.hilast", "4.2.0.0.105", Of(PortVariable.HiLast)),
        ("net.inet.tcp.pcblist", "4.2.6.11", SysctlNode.TcpPcbs),
        ("net.inet.udp.pcblist", "4.2.17.5", SysctlNode.UdpPcbs),
        ("net.routetable", "4.17", SysctlNode.RouteTable),
        ("jail.set_hostname_allowed", "100.100", SysctlNode.SetHostnameAllowed),
        ("jail.socket_unixiproute_only", "100.101", SysctlNode.UnixIpRouteOnly),
    ];

    /// <summary>What has a number of its own and no name in the kernel.</summary>
    private const string InterfaceList = "net.route.iflist";

    private static readonly Dictionary<string, SysctlNode> ByName = Rows.ToDictionary(row => row.Name, row => row.Node);
    private static readonly Dictionary<string, SysctlNode> ByNumber =
        Rows.ToDictionary(row => row.Number, row => row.Node);

    /// <summary>Each beginning of a name that is not all of it.</summary>
    private static readonly HashSet<string> InnerNames = [.. Rows.SelectMany(row => Beginnings(row.Name))];

    /// <summary>Each beginning of a number that is not all of it.</summary>
    private static readonly HashSet<string> InnerNumbers = [.. Rows.SelectMany(row => Beginnings(row.Number))];

    /// <summary>Why a name, or a number such as 1.10, means nothing; else what it means, with its arguments.</summary>
    public static Denial? WhyNone(string text, out SysctlNode node, out int[] arguments)
    {
        (node, arguments) = (default, []);
        return NumbersIn(text) is { } numbers
            ? WhyNoNumber(numbers, out node, out arguments)
            : WhyNoName(text, out node);
    }

    /// <summary>True for what takes the numbers after its own as arguments.</summary>
    public static bool TakesArguments(SysctlNode node) =>
        node is >= SysctlNode.ProcessById and <= SysctlNode.RouteTable;

    /// <summary>The node of a port variable.</summary>
    private static SysctlNode Of(PortVariable variable) => SysctlNode.FirstPortVariable + (int)variable;

    /// <summary>kern/kern_sysctl.c:__sysctl, sysctl_find_oid, sysctl_root.</summary>
    private static Denial? WhyNoNumber(int[] numbers, out SysctlNode node, out int[] arguments)
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

        return WhyNoVariable(InnerNumbers.Contains(string.Join('.', numbers)));
    }

    /// <summary>kern/kern_sysctl.c:sysctl_sysctl_name2oid, name2oid: one dot at the end does not count.</summary>
    private static Denial? WhyNoName(string text, out SysctlNode node)
    {
        string name = text.EndsWith('.') ? text[..^1] : text;
        if (name == InterfaceList)
        {
            node = SysctlNode.Interfaces;
            return null;
        }

        return ByName.TryGetValue(name, out node) ? null
            : text.Length >= TooLong ? new Denial(Errno.ENAMETOOLONG, SysctlNameLong)
            : InnerNames.Contains(name) && !name.Contains('.') ? new Denial(Errno.EINVAL, SysctlLength)
            : WhyNoVariable(InnerNames.Contains(name));
    }

    private static Denial WhyNoVariable(bool isInner) => isInner
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
