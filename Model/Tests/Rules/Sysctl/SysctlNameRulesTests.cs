using Xunit;

namespace Verify.Model.Tests.Rules.Sysctl;

[Trait("Requirement", "J5")]
[Trait("Requirement", "J9")]
public sealed class SysctlNameRulesTests
{
    [Theory]
    [InlineData("kern.ostype", "\"FreeBSD\"")]
    [InlineData("1.1", "\"FreeBSD\"")]
    [InlineData("kern.osrelease", "\"4.0-CURRENT\"")]
    [InlineData("1.6", "532")]
    [InlineData("kern.hostname", "\"\"")]
    [InlineData("kern.proc.all", "\"1\"")]
    [InlineData("net.route.iflist", "\"lo0 127.0.0.1/8; fxp0 10.0.0.1/24 10.0.0.2/32 10.0.0.3/32\"")]
    [InlineData("net.inet.udp.pcblist", "\"\"")]
    [InlineData("jail.set_hostname_allowed", "1")]
    [InlineData("100.101", "1")]
    [InlineData("kern", "-1 EINVAL")]
    [InlineData("1", "-1 EINVAL")]
    [InlineData("4.2.0", "-1 EISDIR")]
    [InlineData("kern.proc", "-1 EISDIR")]
    [InlineData("kern.", "-1 EINVAL")]
    [InlineData("kern.ostype.", "\"FreeBSD\"")]
    [InlineData("kern.ostype..", "-1 ENOENT")]
    [InlineData("kern.ostype.x", "-1 ENOENT")]
    [InlineData("", "-1 ENOENT")]
    [InlineData("1.1.0", "-1 ENOTDIR")]
    [InlineData("1.3", "-1 ENOENT")]
    [InlineData("kern.proc.pid", "-1 EINVAL")]
    [InlineData("kern.proc.pid.1", "-1 ENOENT")]
    [InlineData("1.14.1.1", "\"1\"")]
    [InlineData("1.14.1.2", "\"\"")]
    [InlineData("1.14.1.1.1", "-1 EINVAL")]
    [InlineData("1.14.4.0", "\"\"")]
    [InlineData("1.14.5.0", "\"1\"")]
    [InlineData("4.17.0.2.3.0", "\"lo0 127.0.0.1/8; fxp0 10.0.0.1/24 10.0.0.2/32 10.0.0.3/32\"")]
    [InlineData("4.17.0.2.1.0", "-1 EINVAL")]
    [InlineData("1.1.1.1.1.1.1.1.1.1.1.1.1", "-1 EINVAL")]
    public void Existing_variables_are_readable(string name, string value) =>
        new SpecDriver().Allows($"""[1] sysctl("{name}") = {value}""");

    [Theory]
    [InlineData("kern.ostype", "\"x\"", "-1 EPERM")]
    [InlineData("kern.osrelease", "1", "-1 EPERM")]
    [InlineData("kern.maxproc", "1", "-1 EPERM")]
    [InlineData("kern.proc.all", "\"1\"", "-1 EPERM")]
    [InlineData("net.route.iflist", "\"\"", "-1 EPERM")]
    [InlineData("net.inet.tcp.pcblist", "\"\"", "-1 EPERM")]
    [InlineData("kern.proc", "1", "-1 EISDIR")]
    [InlineData("kern.proc.pid", "1", "-1 EPERM")]
    [InlineData("kern.x", "\"\"", "-1 ENOENT")]
    [InlineData("kern.hostname", "1", "-1 EINVAL")]
    [InlineData("jail.set_hostname_allowed", "\"1\"", "-1 EINVAL")]
    [InlineData("net.inet.ip.portrange.last", "\"1\"", "-1 EINVAL")]
    [InlineData("kern.hostname", "\"h\"", "0")]
    [InlineData("100.100", "-7", "0")]
    public void Few_variables_are_writable(string name, string value, string result) =>
        new SpecDriver().Allows($"""[1] sysctl("{name}", {value}) = {result}""");

    [Fact]
    public void Each_refusal_has_its_rule()
    {
        SpecDriver driver = new SpecDriver();
        driver.Allows("""[1] sysctl("kern.proc", 1) = -1 EISDIR""").By("J4.sysctl-inner");
        driver.Allows("""[1] sysctl("kern.ostype", 1) = -1 EPERM""").By("J4.sysctl-read-only");
        driver.Allows("""[1] sysctl("kern.hostname", 1) = -1 EINVAL""").By("J4.sysctl-wrong-type");
        driver.Allows("""[1] sysctl("1.10", "h") = 0""").By("J5.hostname-set-on-host");
    }

    [Fact]
    public void Values_written_to_the_jail_tree_are_kept() =>
        new SpecDriver().Allows("""
            [1] sysctl("jail.set_hostname_allowed", -7) = 0
            [1] sysctl("jail.set_hostname_allowed") = -7
            [1] sysctl("jail.socket_unixiproute_only", 0) = 0
            """).By("J4.sysctl-keeps").Allows("""
            [1] sysctl("jail.socket_unixiproute_only") = 0
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] sysctl("jail.socket_unixiproute_only", 1) = -1 EPERM
            [1] sysctl("jail.socket_unixiproute_only", "1") = -1 EPERM
            """).By("P2.denied");

    [Fact]
    public void Each_prison_and_the_host_have_their_own_hostname() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] fork() = 3
            [1] sysctl("kern.hostname", "host") = 0
            [2] jail("/", "a", 10.0.0.2) = 0
            [3] jail("/", "b", 10.0.0.2) = 0
            [2] fork() = 4
            [2] sysctl("kern.hostname") = "a"
            [2] sysctl("kern.hostname", "c") = 0
            """).By("J5.hostname-set-in-prison").Allows("""
            [4] sysctl("kern.hostname") = "c"
            [3] sysctl("kern.hostname") = "b"
            """).By("J5.hostname-of-prison").Allows("""
            [1] sysctl("kern.hostname") = "host"
            """).By("J5.hostname-of-host");

    [Fact]
    public void Who_may_set_a_hostname()
    {
        var name = new string('h', 256);
        new SpecDriver().Allows($"""
            [1] fork() = 2
            [2] setuid(5) = 0
            [2] sysctl("kern.hostname", 1) = -1 EPERM
            """).By("J5.hostname-denied").Allows($"""
            [1] sysctl("kern.hostname", "{name}") = -1 EINVAL
            """).By("J5.hostname-long").Allows($"""
            [1] sysctl("kern.hostname", "{name[1..]}") = 0
            [1] fork() = 3
            [3] jail("/", "a", 10.0.0.2) = 0
            [1] sysctl("jail.set_hostname_allowed", 0) = 0
            [1] sysctl("kern.hostname", "h") = 0
            [3] sysctl("kern.hostname", "{name}") = -1 EPERM
            """).By("J5.hostname-fixed");
    }

    [Fact]
    public void Only_visible_processes_are_listed() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] fork() = 30
            [2] jail("/", "a", 10.0.0.2) = 0
            [30] jail("/", "a", 10.0.0.2) = 0
            [2] fork() = 4
            [1] sysctl("kern.proc.all") = "1 2 4 30"
            """).By("J6.lists-processes").Allows("""
            [4] sysctl("kern.proc.all") = "2 4"
            [30] sysctl("1.14.0") = "30"
            """).By("J6.lists-processes-of-prison");

    [Theory]
    [InlineData("10.0.0.2", "lo0; fxp0 10.0.0.2/32")]
    [InlineData("127.0.0.1", "lo0 127.0.0.1/8; fxp0")]
    [InlineData("10.9.9.9", "lo0; fxp0")]
    public void A_prison_sees_all_interfaces_but_only_its_address(string address, string list) =>
        new SpecDriver().Allows($"""
            [1] jail("/", "a", {address}) = 0
            [1] sysctl("net.route.iflist") = "{list}"
            """).By("J9.lists-interfaces-of-prison");

    [Fact]
    public void An_interface_without_address_is_its_name() =>
        new SpecDriver("if lo0 127.0.0.1/8\nif ed0\n").Allows("""
            [1] sysctl("net.route.iflist") = "lo0 127.0.0.1/8; ed0"
            """).By("J9.lists-interfaces");

    [Fact]
    public void Visible_PCBs_are_listed_newest_first() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = 0
            [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] connect(4, 10.0.0.9:9) = 0
            [1] sysctl("net.inet.udp.pcblist") = "10.0.0.1:2000 10.0.0.9:9; 0.0.0.0:0 0.0.0.0:0; 10.0.0.1:53 0.0.0.0:0"
            """).By("J9.lists-pcbs").Allows("""
            [2] sysctl("net.inet.udp.pcblist") = ""
            [2] bind(3, 0.0.0.0:54) = 0
            [2] sysctl("net.inet.udp.pcblist") = "10.0.0.2:54 0.0.0.0:0"
            [2] sysctl("net.inet.tcp.pcblist") = ""
            """).By("J9.lists-pcbs-of-prison");

    [Fact]
    public void Pending_connections_are_listed_and_sockets_without_PCB_are_not() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [1] socket(AF_INET, SOCK_STREAM, 0) = 4
            [1] connect(4, 10.0.0.1:81) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:81
            [1] sysctl("net.inet.tcp.pcblist") = "10.0.0.1:80 10.0.0.9:9; 10.0.0.1:80 0.0.0.0:0"
            """);
}
