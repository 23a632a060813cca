using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>ioctl(2) on interfaces: what it shows and what it changes.</summary>
[Trait("Requirement", "S9")]
public sealed class InterfaceRulesTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";

    [Fact]
    public void An_interface_has_the_addresses_of_the_moment() =>
        new SpecDriver().Allows(One + """[1] ioctl(3, SIOCAIFADDR, "fxp0", 10.2.0.3/16) = 0""")
            .By("S9.interface-add").Allows("""
            [1] sysctl("net.route.iflist") = "lo0 127.0.0.1/8; fxp0 10.0.0.1/24 10.0.0.2/32 10.0.0.3/32 10.2.0.3/16"
            [1] bind(3, 10.2.0.3:2000) = 0
            [1] ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.1) = 0
            """).By("S9.interface-delete")
            .Allows("""[1] ioctl(3, SIOCGIFADDR, "fxp0") = 10.0.0.2:0""").By("S9.interface-address")
            .Forbids("""[1] ioctl(3, SIOCGIFADDR, "fxp0") = 10.0.0.1:0""");

    [Fact]
    public void A_network_has_one_route() =>
        new SpecDriver().Allows(One + """[1] ioctl(3, SIOCAIFADDR, "fxp0", 10.0.0.9/24) = -1 EEXIST""")
            .By("S9.interface-add-exists").Allows("""
            [1] bind(3, 10.0.0.9:2000) = 0
            [1] sendto(3, "a", 10.0.0.77:9) = 1 sent 10.0.0.9:2000 > 10.0.0.77:9
            """);

    [Fact]
    public void A_loopback_address_takes_a_network_of_its_own_with_it() =>
        new SpecDriver().Allows(One + """
            [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
            [1] write(4, route [RTM_DELETE flags RTF_HOST dst 127.0.0.1]) = 108 received by [1]4
            [1] write(4, route [RTM_ADD dst 127.0.0.1 gateway 127.0.0.1 netmask /32]) = 132 received by [1]4
            [1] ioctl(3, SIOCDIFADDR, "lo0", 127.0.0.1) = 0 received by [1]4 received by [1]4
            [1] write(4, route [RTM_DELETE dst 127.0.0.1 netmask /32]) = -1 ESRCH received by [1]4
            """);

    [Fact]
    [Trait("Requirement", "S11")]
    public void An_interface_joins_all_hosts_with_its_first_address_for_good() =>
        new SpecDriver("if lo0 127.0.0.1/8\nif fxp0\n").Allows(One + """
            [1] bind(3, 0.0.0.0:2000) = 0
            [wire] udp(192.0.2.7:9, 224.0.0.1:2000, "a") = 0 received by nobody
            """).By("S11.not-member").Allows("""
            [1] ioctl(3, SIOCAIFADDR, "fxp0", 10.0.0.1/24) = 0
            [1] ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.1) = 0
            [wire] udp(192.0.2.7:9, 224.0.0.1:2000, "a") = 0 received by [1]3
            """);

    [Fact]
    [Trait("Requirement", "J4")]
    public void Only_the_hosts_superuser_changes_interfaces() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses + """

            [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [3] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [2] ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = -1 EPERM
            [3] ioctl(3, SIOCAIFADDR, "fxp0", 10.0.0.7/32) = -1 EPERM
            [2] ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.9) = -1 EADDRNOTAVAIL
            [3] ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.9) = -1 EPERM
            [3] ioctl(3, SIOCDIFADDR, "fxp0", 10.0.0.2) = -1 EPERM
            """).By("J4.interface-denied");

    [Fact]
    [Trait("Requirement", "J9")]
    public void A_prison_sees_its_own_address() =>
        new SpecDriver().Allows(SpecDriver.FiveProcesses + """

            [3] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [3] ioctl(3, SIOCGIFADDR, "fxp0") = 10.0.0.2:0
            [3] ioctl(3, SIOCGIFADDR, "lo0") = -1 EADDRNOTAVAIL
            """).By("J9.interface-address-in-prison")
            .Allows("""
            [3] ioctl(3, SIOCGIFCONF, 1024) = "lo0 link, fxp0 link, fxp0 10.0.0.2"
            """).By("J9.interface-list-in-prison");

    [Fact]
    [Trait("Requirement", "S11")]
    public void Nothing_leaves_or_arrives_over_what_is_down() =>
        new SpecDriver().Allows(One + """
            [1] bind(3, 0.0.0.0:2000) = 0
            [1] ioctl(3, SIOCSIFFLAGS, "fxp0", 0x0) = 0
            """).By("S9.interface-down")
            .Allows("""[1] sendto(3, "a", 192.0.2.7:9) = -1 ENETDOWN""").By("S11.way-down")
            .Allows("""[wire] udp(192.0.2.7:9, 10.0.0.1:2000, "a") = -1 EHOSTUNREACH""").By("S11.wire-down")
            .Allows("""[1] sendto(3, "a", 10.0.0.1:2000) = 1 sent 10.0.0.1:2000 > 10.0.0.1:2000 received by [1]3""");
}
