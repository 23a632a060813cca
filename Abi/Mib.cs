namespace Verify.Abi;

/// <summary>The names and the numbers of the sysctl tree's nodes.</summary>
public static class Mib
{
    private static readonly (string Name, string Number, SysctlVariable Variable)[] Leaves =
    [
        ("kern.ostype", "1.1", SysctlVariable.OsType),
        ("kern.osrelease", "1.2", SysctlVariable.OsRelease),
        ("kern.maxproc", "1.6", SysctlVariable.MaxProcesses),
        ("kern.hostname", "1.10", SysctlVariable.Hostname),
        ("kern.chroot_allow_open_directories", "1.100", SysctlVariable.ChrootAllowOpenDirectories),
        ("kern.proc.all", "1.14.0", SysctlVariable.Processes),
        ("net.route.iflist", "4.17.3", SysctlVariable.Interfaces),
        ("net.inet.udp.pcblist", "4.2.17.5", SysctlVariable.UdpPcbs),
        ("net.inet.tcp.pcblist", "4.2.6.11", SysctlVariable.TcpPcbs),
        ("net.inet.ip.portrange.first", "4.2.0.100.1", SysctlVariable.PortRange),
        ("net.inet.ip.portrange.last", "4.2.0.100.2", SysctlVariable.PortRange),
        ("net.inet.ip.portrange.hifirst", "4.2.0.100.3", SysctlVariable.PortRange),
        ("net.inet.ip.portrange.hilast", "4.2.0.100.4", SysctlVariable.PortRange),
        ("net.inet.ip.portrange.lowfirst", "4.2.0.100.5", SysctlVariable.PortRange),
        ("net.inet.ip.portrange.lowlast", "4.2.0.100.6", SysctlVariable.PortRange),
        ("jail.set_hostname_allowed", "256.1", SysctlVariable.SetHostnameAllowed),
        ("jail.socket_unixiproute_only", "256.2", SysctlVariable.UnixIpRouteOnly),
    ];

    private static readonly string[] PortNames =
        [.. Leaves.Where(leaf => leaf.Variable == SysctlVariable.PortRange).Select(leaf => leaf.Name)];

    private static readonly Dictionary<string, (SysctlVariable Variable, PortVariable Port)> Nodes = Index();

    /// <summary>The names of all variables.</summary>
    public static IEnumerable<string> Names => Leaves.Select(leaf => leaf.Name);

    /// <summary>The number of the variable with a name.</summary>
    public static string NumberOf(string name) => Leaves.Single(leaf => leaf.Name == name).Number;

    /// <summary>The port variable's full name.</summary>
    public static string NameOf(PortVariable variable) => PortNames[(int)variable];

    /// <summary>The node with a name such as kern.hostname, or a number such as 1.10, if there is one.</summary>
    /// <param name="node">The name or number.</param>
    /// <param name="variable">What it is.</param>
    /// <param name="port">Which one, where it is <see cref="SysctlVariable.PortRange"/>.</param>
    public static bool TryFind(string node, out SysctlVariable variable, out PortVariable port)
    {
        bool found = Nodes.TryGetValue(node, out (SysctlVariable Variable, PortVariable Port) entry);
        (variable, port) = entry;
        return found;
    }

    private static Dictionary<string, (SysctlVariable, PortVariable)> Index()
    {
        var nodes = new Dictionary<string, (SysctlVariable, PortVariable)>();
        foreach ((string name, string number, SysctlVariable variable) in Leaves)
        {
            int port = Math.Max(0, Array.IndexOf(PortNames, name));
            foreach (string leaf in (string[])[name, number])
            {
                nodes[leaf] = (variable, (PortVariable)port);
                for (int dot = leaf.LastIndexOf('.'); dot > 0; dot = leaf.LastIndexOf('.', dot - 1))
                {
                    nodes[leaf[..dot]] = (SysctlVariable.Node, default);
                }
            }
        }

        return nodes;
    }
}
