using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class DeliveryRulesTests
{
    /// <summary>3: connected to 10.0.0.9:9; 4: bound to the address; 5: bound to every address.</summary>
    private const string ThreeFits = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] bind(3, 10.0.0.1:53) = 0
        [1] connect(3, 10.0.0.9:9) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0
        [1] bind(4, 10.0.0.1:53) = 0
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] setsockopt(5, SO_REUSEPORT, 1) = 0
        [1] bind(5, 0.0.0.0:53) = 0

        """;

    [Theory]
    [InlineData("10.0.0.9:9, 10.0.0.1:53", 3, "H1.exact")]
    [InlineData("10.0.0.9:8, 10.0.0.1:53", 4, "H1.specific")]
    [InlineData("10.0.0.9:9, 10.0.0.2:53", 5, "H1.wildcard")]
    public void The_best_match_receives_it(string ends, int fd, string rule)
    {
        SpecDriver driver = new SpecDriver().Allows(ThreeFits);
        foreach (int other in new[] { 3, 4, 5 })
        {
            if (other != fd)
            {
                driver.Forbids($"""[wire] udp({ends}, "a") = 0 received by [1]{other}""");
            }
        }

        driver.Forbids($"""[wire] udp({ends}, "a") = 0""")
            .Allows($"""[wire] udp({ends}, "a") = 0 received by [1]{fd}""").By(rule);
    }

    [Theory]
    [InlineData("10.0.0.1", "", 4, 3)]
    [InlineData("0.0.0.0", "", 3, 4)]
    [InlineData("10.0.0.1", "sendto(3, \"\", 10.0.0.9:7) = 0 sent 10.0.0.1:53 > 10.0.0.9:7", 3, 4)]
    [InlineData("0.0.0.0", "sendto(3, \"\", 10.0.0.9:7) = 0 sent 10.0.0.1:53 > 10.0.0.9:7", 4, 3)]
    [InlineData("10.0.0.1", "connect(3, 10.0.0.9:7) = 0\n[1] connect(3, 0.0.0.0:0) = -1 EADDRNOTAVAIL", 4, 3)]
    public void Of_equal_matches_the_newest_receives_but_of_wildcards_the_oldest(
        string address, string change, int gets, int other) =>
        new SpecDriver().Allows($"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, {address}:53) = 0
            [1] bind(4, {address}:53) = 0
            [1] {(change.Length == 0 ? "getlogin() = \"\"" : change)}
            [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]{gets}
            [1] ioctl({other}, FIONBIO, 1) = 0
            [1] recvfrom({other}) = -1 EAGAIN
            [1] recvfrom({gets}) = "a" from 10.0.0.9:9
            """);

    [Fact]
    public void A_receiver_is_reported_by_lowest_pid_and_descriptor() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = 0
            [1] fork() = 2
            """)
            .Forbids("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [2]3""")
            .Allows("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3""")
            .Allows("[1] close(3) = 0")
            .Allows("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [2]3""");

    [Theory]
    [InlineData("10.0.0.2")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("127.9.9.9")]
    [InlineData("10.0.0.255")]
    [InlineData("255.255.255.255")]
    public void An_impossible_source_is_dropped(string source) =>
        new SpecDriver().Allows(ThreeFits + $"""
            [wire] udp({source}:9, 10.0.0.1:53, "a") = 0
            [wire] tcp({source}:9, 10.0.0.1:53) = -1 ETIMEDOUT
            """).By("S11.wire-source");

    [Theory]
    [InlineData("224.0.0.9:53", "0", "-1 ETIMEDOUT")]
    [InlineData("10.0.0.255:54", "0", "-1 ETIMEDOUT")]
    [InlineData("127.0.0.2:53", "-1 EHOSTUNREACH", "-1 EHOSTUNREACH")]
    [InlineData("10.0.0.8:53", "-1 EHOSTUNREACH", "-1 EHOSTUNREACH")]
    [InlineData("10.0.0.1:54", "-1 ECONNREFUSED", "-1 ECONNREFUSED")]
    public void An_undeliverable_packet_is_refused(string destination, string udp, string tcp) =>
        new SpecDriver().Allows(ThreeFits + $"""
            [wire] udp(10.0.0.9:9, {destination}, "a") = {udp}
            [wire] tcp(10.0.0.9:9, {destination}) = {tcp}
            """);

    [Fact]
    public void The_loopback_address_is_reachable_from_the_wire() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 127.0.0.1:53) = 0
            [wire] udp(10.0.0.9:9, 127.0.0.1:53, "a") = 0 received by [1]3
            """).By("S11.queued");

    [Fact]
    public void The_hosts_own_address_is_not_a_broadcast() =>
        new SpecDriver("if fxp0 10.0.0.255/24\n").Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]3
            """);
}
