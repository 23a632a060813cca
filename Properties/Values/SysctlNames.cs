using Verify.Abi;

namespace Verify.Properties.Values;

/// <summary>Names and numbers of the sysctl variables that generated calls use.</summary>
internal static class SysctlNames
{
    /// <summary>What UDP has counted (S11).</summary>
    public static readonly (string Name, string Number) UdpCounters = ("net.inet.udp.stats", "4.2.17.2");

    /// <summary>Each variable by name and by number.</summary>
    public static readonly (string Name, string Number)[] All =
    [
        ("kern.ostype", "1.1"),
        ("kern.osrelease", "1.2"),
        ("kern.maxproc", "1.6"),
        ("kern.hostname", "1.10"),
        ("kern.chroot_allow_open_directories", "1.100"),
        ("kern.proc.all", "1.14.0"),
        ("net.route.iflist", "4.17.0.0.3.0"),
        ("net.inet.udp.pcblist", "4.2.17.5"),
        UdpCounters,
        ("net.inet.tcp.pcblist", "4.2.6.11"),
        ("net.inet.ip.portrange.lowfirst", "4.2.0.0.100"),
        ("net.inet.ip.portrange.lowlast", "4.2.0.0.101"),
        ("net.inet.ip.portrange.first", "4.2.0.0.102"),
        ("net.inet.ip.portrange.last", "4.2.0.0.103"),
        ("net.inet.ip.portrange.hifirst", "4.2.0.0.104"),
        ("net.inet.ip.portrange.hilast", "4.2.0.0.105"),
        ("jail.set_hostname_allowed", "100.100"),
        ("jail.socket_unixiproute_only", "100.101"),
    ];

    /// <summary>The name of a port range variable.</summary>
    public static string Of(PortVariable variable) =>
        $"net.inet.ip.portrange.{variable.ToString().ToLowerInvariant()}";
}
