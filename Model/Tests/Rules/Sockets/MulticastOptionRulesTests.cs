using System.Globalization;
using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

[Trait("Requirement", "S11")]
public sealed class MulticastOptionRulesTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";

    [Fact]
    public void The_interface_is_read_as_its_first_address() =>
        new SpecDriver().Allows(One + """
            [1] getsockopt(3, IP_MULTICAST_IF) = 0.0.0.0:0
            [1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.9) = -1 EADDRNOTAVAIL
            """).By("S11.multicast-foreign").Allows("""
            [1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.3) = 0
            [1] getsockopt(3, IP_MULTICAST_IF) = 10.0.0.1:0
            [1] setsockopt(3, IP_MULTICAST_IF, 0.0.0.0) = 0
            [1] getsockopt(3, IP_MULTICAST_IF) = 0.0.0.0:0
            """).By("S11.option-interface-read");

    [Theory]
    [InlineData("IP_MULTICAST_TTL", 0, 0)]
    [InlineData("IP_MULTICAST_TTL", 255, 255)]
    [InlineData("IP_MULTICAST_LOOP", 0, 0)]
    [InlineData("IP_MULTICAST_LOOP", -7, 1)]
    public void Settings_are_read_as_they_were_set(string option, int value, int read) =>
        new SpecDriver().Allows(One + $"""
            [1] getsockopt(3, {option}) = 1
            [1] setsockopt(3, {option}, {value}) = 0
            [1] getsockopt(3, {option}) = {read}
            """).By("S11.option-multicast-read");

    [Theory]
    [InlineData(256)]
    [InlineData(-1)]
    public void A_time_to_live_is_a_byte(int value) =>
        new SpecDriver().Allows(One + $"[1] setsockopt(3, IP_MULTICAST_TTL, {value}) = -1 EINVAL\n")
            .By("S11.option-ttl-bad");

    [Theory]
    [InlineData("IP_ADD_MEMBERSHIP")]
    [InlineData("IP_DROP_MEMBERSHIP")]
    public void A_membership_is_a_structure_and_only_written(string option) =>
        new SpecDriver().Allows(One + $"""
            [1] setsockopt(3, {option}, 1) = -1 EINVAL
            [1] getsockopt(3, {option}) = -1 ENOPROTOOPT
            """).By("S11.membership-read").Allows($"""
            [1] setsockopt(3, {option}, 10.0.0.255, 10.0.0.9) = -1 EINVAL
            """).By("S11.membership-group").Allows($"""
            [1] setsockopt(3, {option}, 224.0.0.9, 10.0.0.9) = -1 EADDRNOTAVAIL
            """).By("S11.multicast-foreign");

    [Fact]
    public void A_group_is_joined_once_on_an_interface() =>
        new SpecDriver().Allows(One + """
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.2) = -1 EADDRINUSE
            """).By("S11.join-twice").Allows("""
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = -1 EADDRNOTAVAIL
            """).By("S11.leave-no-member").Allows("""
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.3) = 0
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 EADDRNOTAVAIL
            """).By("S11.leave-no-member");

    [Fact]
    public void Twenty_groups_are_the_most()
    {
        SpecDriver driver = new SpecDriver().Allows(One);
        for (int i = 1; i <= 20; i++)
        {
            driver.Allows(string.Create(
                CultureInfo.InvariantCulture, $"[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.{i}, 10.0.0.1) = 0\n"));
        }

        driver.Allows("[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.21, 10.0.0.1) = -1 ETOOMANYREFS\n")
            .By("S11.join-too-many")
            .Allows("[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.20, 10.0.0.1) = -1 EADDRINUSE\n");
    }

    [Fact]
    public void Joining_anywhere_needs_a_route() =>
        new SpecDriver("if lo0 127.0.0.1/8\n").Allows(One + """
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 EADDRNOTAVAIL
            """).By("S11.join-no-route").Allows("""
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0
            """).By("S11.joins");

    [Fact]
    public void A_connection_that_failed_has_no_options_and_others_have_none() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
            [1] connect(3, 10.0.0.1:53) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:53
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 ECONNRESET
            [1] setsockopt(3, IP_MULTICAST_TTL, 2) = -1 ECONNRESET
            [1] getsockopt(3, IP_MULTICAST_TTL) = -1 ECONNRESET
            """).By("P1.option-gone").Allows("""
            [wire] udp(10.0.0.9:9, 224.0.0.9:53, "a") = 0
            """).By("S11.not-member").Allows("""
            [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [4, 5]
            [1] setsockopt(4, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = -1 ENOPROTOOPT
            [1] setsockopt(4, IP_MULTICAST_TTL, 2) = -1 ENOPROTOOPT
            [1] getsockopt(4, IP_MULTICAST_IF) = -1 ENOPROTOOPT
            """).By("S7.option-unknown");

    [Fact]
    [Trait("Requirement", "J9")]
    public void A_prison_knows_its_own_address_alone() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.1) = -1 EADDRNOTAVAIL
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 10.0.0.9, 10.0.0.1) = -1 EINVAL
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRNOTAVAIL
            [1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = -1 EADDRNOTAVAIL
            """).By("J9.multicast-address").Allows("""
            [1] getsockopt(3, IP_MULTICAST_IF) = 0.0.0.0:0
            [1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.2) = 0
            [1] getsockopt(3, IP_MULTICAST_IF) = 10.0.0.2:0
            """).By("J9.option-interface-read").Allows("""
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.2) = 0
            """).By("S11.joins");
}
