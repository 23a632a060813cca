using Xunit;

namespace Verify.Implementation.Tests.Calls.Sysctl;

/// <summary>The sysctl tree: its variables, permissions, and what a prison sees (J4, J5, J6, J9).</summary>
[Trait("Requirement", "J5")]
[Trait("Requirement", "J9")]
public sealed class SysctlTests
{
    private static readonly string LongName = new('h', 255);

    private const string Prison = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2/32
        if fxp1
        [1] fork() = 2
        [2] jail("/", "a.example", 10.0.0.2) = 0

        """;

    [Fact]
    public void Names_and_numbers() => KernelReplay.Run("""
        tunable kern.maxproc=20
        [1] sysctl("kern.ostype") = "FreeBSD"
        [1] sysctl("1.2") = "4.0-CURRENT"
        [1] sysctl("1.6") = 20
        [1] sysctl("kern") = -1 EINVAL
        [1] sysctl("1") = -1 EINVAL
        [1] sysctl("99") = -1 EINVAL
        [1] sysctl("jail.") = -1 EINVAL
        [1] sysctl("kern.proc") = -1 EISDIR
        [1] sysctl("net.inet.ip.portrange") = -1 EISDIR
        [1] sysctl("4.2.0.0") = -1 EISDIR
        [1] sysctl("4.2.0.100") = -1 ENOENT
        [1] sysctl("4.2.0.100.1") = -1 ENOENT
        [1] sysctl("256.1") = -1 ENOENT
        [1] sysctl("1.10.0") = -1 ENOTDIR
        [1] sysctl("1.14.0.5") = -1 ENOTDIR
        [1] sysctl("kern.hostname.x") = -1 ENOENT
        [1] sysctl("kern.ostype.") = "FreeBSD"
        [1] sysctl("kern.ostype..") = -1 ENOENT
        [1] sysctl("1.1.") = -1 ENOENT
        [1] sysctl("1.2.3.4.5.6.7.8.9.10.11.12.13") = -1 EINVAL
        [1] sysctl("kern.none") = -1 ENOENT
        [1] sysctl("") = -1 ENOENT
        [1] sysctl("4.2.0.0.100") = 1023
        [1] sysctl("4.2.0.0.101") = 600
        [1] sysctl("4.2.0.0.102") = 1024
        [1] sysctl("4.2.0.0.103") = 5000
        [1] sysctl("4.2.0.0.104") = 49152
        [1] sysctl("4.2.0.0.105") = 65535
        [1] sysctl("4.2.0.0.106") = -1 ENOENT
        [1] sysctl("1.100") = 1
        [1] sysctl("4.17") = -1 EINVAL
        [1] sysctl("net.routetable") = -1 EINVAL
        [1] sysctl("4.17.0.0.3.0") = ""
        [1] sysctl("4.17.0.0.1.0") = -1 EINVAL
        [1] sysctl("jail.set_hostname_allowed") = 1
        [1] sysctl("100.101") = 1
        """);

    [Fact]
    [Trait("Requirement", "J6")]
    public void Processes_by_id_group_and_user() => KernelReplay.Run("""
        [1] fork() = 2
        [1] fork() = 3
        [2] setreuid(5, 6) = 0
        [3] setpgid(0, 0) = 0
        [1] sysctl("1.14.0") = "1 2 3"
        [1] sysctl("1.14.1.2") = "2"
        [1] sysctl("1.14.1.9") = ""
        [1] sysctl("1.14.1") = -1 EINVAL
        [1] sysctl("kern.proc.pid") = -1 EINVAL
        [1] sysctl("kern.proc.pid.2") = -1 ENOENT
        [1] sysctl("1.14.1.2.3") = -1 EINVAL
        [1] sysctl("1.14.1.2", 1) = -1 EPERM
        [1] sysctl("1.14.2.1") = "1 2"
        [1] sysctl("1.14.2.3") = "3"
        [1] sysctl("1.14.3.1") = -1 ENOENT
        [1] sysctl("1.14.4.0") = ""
        [1] sysctl("1.14.5.6") = "2"
        [1] sysctl("1.14.6.6") = ""
        [1] sysctl("1.14.6.5") = "2"
        [3] jail("/", "a", 10.0.0.1) = 0
        [3] sysctl("1.14.1.2") = ""
        [3] sysctl("1.14.2.1") = ""
        [3] sysctl("1.14.5.0") = "3"
        """);

    [Theory]
    [InlineData("kern.ostype")]
    [InlineData("kern.osrelease")]
    [InlineData("kern.maxproc")]
    [InlineData("kern.proc.all")]
    [InlineData("net.route.iflist")]
    [InlineData("net.inet.udp.pcblist")]
    [InlineData("4.2.6.11")]
    public void Read_only_variables(string name) => KernelReplay.Run($"""
        [1] sysctl("{name}", 1) = -1 EPERM
        [1] sysctl("{name}", "a") = -1 EPERM
        """);

    [Fact]
    public void Writes_are_checked_in_order() => KernelReplay.Run(Prison + $"""
        [1] sysctl("kern", 1) = -1 EINVAL
        [1] sysctl("kern.proc", 1) = -1 EISDIR
        [1] sysctl("1.10.0", "a") = -1 ENOTDIR
        [1] sysctl("none", "a") = -1 ENOENT
        [1] sysctl("kern.hostname", 1) = -1 EINVAL
        [1] sysctl("jail.set_hostname_allowed", "a") = -1 EINVAL
        [1] sysctl("net.inet.ip.portrange.first", "a") = -1 EINVAL
        [1] sysctl("kern.hostname", "{LongName}h") = -1 EINVAL
        [2] sysctl("jail.set_hostname_allowed", "a") = -1 EPERM
        [2] sysctl("jail.socket_unixiproute_only", 0) = -1 EPERM
        [2] sysctl("net.inet.ip.portrange.first", 2000) = -1 EPERM
        [2] setuid(5) = 0
        [2] sysctl("kern.hostname", "b") = -1 EPERM
        [2] sysctl("kern.hostname", 1) = -1 EPERM
        [1] sysctl("jail.set_hostname_allowed", -7) = 0
        [2] sysctl("jail.set_hostname_allowed") = -7
        """);

    [Fact]
    public void Each_prison_has_its_own_hostname() => KernelReplay.Run(Prison + $"""
        [1] sysctl("kern.hostname") = ""
        [2] sysctl("kern.hostname") = "a.example"
        [1] sysctl("kern.hostname", "host") = 0
        [2] fork() = 3
        [3] sysctl("1.10", "{LongName}") = 0
        [2] sysctl("kern.hostname") = "{LongName}"
        [2] sysctl("kern.hostname", "") = 0
        [3] sysctl("kern.hostname") = ""
        [1] sysctl("kern.hostname") = "host"
        [1] sysctl("jail.set_hostname_allowed", 0) = 0
        [2] sysctl("kern.hostname", "b") = -1 EPERM
        [2] sysctl("kern.hostname", 1) = -1 EPERM
        [1] sysctl("kern.hostname", "other") = 0
        [1] jail("/", "b", 10.0.0.2) = 0
        [1] sysctl("kern.hostname") = "b"
        [2] sysctl("kern.hostname") = ""
        """);

    [Fact]
    public void A_prison_sees_only_its_address_on_the_interfaces() => KernelReplay.Run(Prison + """
        [1] sysctl("net.route.iflist") = "lo0 127.0.0.1/8; fxp0 10.0.0.1/24 10.0.0.2/32; fxp1"
        [2] sysctl("net.route.iflist") = "lo0; fxp0 10.0.0.2/32; fxp1"
        [1] fork() = 3
        [3] jail("/", "b", 10.0.0.9) = 0
        [3] sysctl("net.route.iflist") = "lo0; fxp0; fxp1"
        """);

    [Fact]
    public void A_prison_sees_only_its_own_PCBs() => KernelReplay.Run(Prison + """
        [1] sysctl("net.inet.udp.pcblist") = ""
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] bind(3, 10.0.0.1:53) = 0
        [2] connect(3, 10.0.0.9:9) = 0
        [1] sysctl("net.inet.udp.pcblist") = "0.0.0.0:0 0.0.0.0:0; 10.0.0.2:1024 10.0.0.9:9; 10.0.0.1:53 0.0.0.0:0"
        [2] sysctl("net.inet.udp.pcblist") = "10.0.0.2:1024 10.0.0.9:9"
        [1] fork() = 3
        [3] close(3) = 0
        [3] close(4) = 0
        [3] jail("/", "b", 10.0.0.2) = 0
        [3] sysctl("net.inet.udp.pcblist") = ""
        """);

    [Fact]
    public void Queued_connections_are_listed_and_sockets_without_PCB_are_not() => KernelReplay.Run(Prison + """
        [2] socket(AF_INET, SOCK_STREAM, 0) = 3
        [2] bind(3, 0.0.0.0:80) = 0
        [2] listen(3, 1) = 0
        [wire] tcp(10.0.0.9:1, 10.0.0.2:80) = 0 received by [2]3
        [2] sysctl("net.inet.tcp.pcblist") = "10.0.0.2:80 10.0.0.9:1; 10.0.0.2:80 0.0.0.0:0"
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] connect(3, 10.0.0.1:81) = -1 ECONNREFUSED sent 10.0.0.1:1024 > 10.0.0.1:81
        [1] sysctl("net.inet.tcp.pcblist") = "10.0.0.2:80 10.0.0.9:1; 10.0.0.2:80 0.0.0.0:0"
        """);
}
