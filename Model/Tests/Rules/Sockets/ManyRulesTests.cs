using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

[Trait("Requirement", "S11")]
public sealed class ManyRulesTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    /// <summary>Descriptors 3 and 4 share port 53 on every address.</summary>
    private const string Shared = Two + """
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0
        [1] bind(3, 0.0.0.0:53) = 0
        [1] bind(4, 0.0.0.0:53) = 0

        """;

    /// <summary>A subnet of its class's network, an alias of another class, and a second card.</summary>
    private const string Cards = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 192.168.5.5
        if fxp1 172.16.1.1/24

        """;

    [Theory]
    [InlineData("10.0.0.255")]
    [InlineData("10.255.255.255")]
    [InlineData("255.255.255.255")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    public void The_newest_socket_receives_first(string destination) =>
        new SpecDriver(Cards).Allows(Shared + $"""
            [wire] udp(10.0.0.9:9, {destination}:53, "a") = 0 received by [1]4 received by [1]3
            """).By("S11.many-receive").Allows("""
            [1] recvfrom(3) = "a" from 10.0.0.9:9
            [1] recvfrom(4) = "a" from 10.0.0.9:9
            """);

    [Fact]
    public void A_socket_that_does_not_share_ends_the_search() =>
        new SpecDriver().Allows(Shared + """
            [1] setsockopt(4, SO_REUSEPORT, 0) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4
            """).By("S11.many-not-shared").Allows("""
            [1] setsockopt(4, SO_REUSEADDR, 1) = 0
            [1] setsockopt(3, SO_REUSEPORT, 0) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4 received by [1]3
            """).NotBy("S11.many-not-shared");

    [Fact]
    public void A_full_buffer_takes_nothing() =>
        new SpecDriver().Allows(Shared + """
            [1] setsockopt(4, SO_RCVBUF, 16) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]3
            """).By("S11.many-dropped").Allows("""
            [1] setsockopt(3, SO_RCVBUF, 16) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0
            """).By("S11.many-dropped");

    [Fact]
    public void Ports_addresses_and_peers_must_match() =>
        new SpecDriver().Allows(Two + """
            [1] bind(3, 10.0.0.1:53) = 0
            [1] bind(4, 10.0.0.255:53) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4
            [wire] udp(10.0.0.9:9, 10.0.0.255:54, "a") = 0
            """).By("S11.many-nobody").Allows("""
            [wire] udp(10.0.0.9:9, 255.255.255.255:53, "a") = 0
            [1] connect(4, 10.0.0.9:9) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4
            [wire] udp(10.0.0.9:8, 10.0.0.255:53, "a") = 0
            [wire] udp(10.0.0.8:9, 10.0.0.255:53, "a") = 0
            """).By("S11.many-nobody");

    [Fact]
    public void Only_the_last_address_of_a_network_is_taken() =>
        new SpecDriver(Cards).Allows(Shared + """
            [wire] udp(10.0.0.9:9, 10.0.0.0:53, "a") = 0
            """).By("S11.not-taken").Allows("""
            [wire] udp(10.0.0.9:9, 172.16.1.0:53, "a") = 0
            """).By("S11.not-taken");

    [Theory]
    [InlineData("10.0.0.9", "172.16.1.255")]
    [InlineData("10.0.0.9", "172.16.255.255")]
    [InlineData("10.0.0.9", "192.168.5.255")]
    [InlineData("172.16.1.9", "10.0.0.255")]
    public void A_broadcast_of_another_card_is_for_one(string source, string destination) =>
        new SpecDriver(Cards).Allows($"""
            [wire] udp({source}:9, {destination}:53, "a") = -1 ECONNREFUSED
            """).By("S11.wire-other-network").Allows(Shared + $"""
            [wire] udp({source}:9, {destination}:53, "a") = 0 received by [1]3
            """).By("H1.wildcard");

    [Theory]
    [InlineData("255.255.255.255")]
    [InlineData("224.0.0.1")]
    public void Nothing_arrives_without_a_card(string destination) =>
        new SpecDriver("if lo0 127.0.0.1/8\n").Allows(Shared + $"""
            [wire] udp(10.0.0.9:9, {destination}:53, "a") = 0
            """).By("S11.wire-down");

    [Fact]
    public void A_broadcast_returns_to_its_sender() =>
        new SpecDriver().Allows(Shared + """
            [1] setsockopt(3, SO_BROADCAST, 1) = 0
            [1] sendto(3, "a", 10.0.0.255:53) = 1 sent 10.0.0.1:53 > 10.0.0.255:53 received by [1]4 received by [1]3
            """).By("S11.send-to-all").Allows("""
            [1] sendto(3, "a", 10.0.0.0:53) = 1 sent 10.0.0.1:53 > 10.0.0.0:53
            """).By("S11.not-taken");

    [Fact]
    public void The_association_for_a_broadcast_has_ended_when_it_returns() =>
        new SpecDriver().Allows(Two + """
            [1] bind(3, 0.0.0.0:53) = 0
            [1] setsockopt(3, SO_BROADCAST, 1) = 0
            [1] sendto(3, "a", 10.0.0.255:53) = 1 sent 10.0.0.1:53 > 10.0.0.255:53 received by [1]3
            [1] connect(3, 10.0.0.255:53) = 0
            [1] sendto(3, "a") = 1 sent 10.0.0.1:53 > 10.0.0.255:53
            """).By("S11.many-nobody");

    [Fact]
    [Trait("Requirement", "G1")]
    public void A_prison_gets_nothing_that_is_for_many() =>
        new SpecDriver().Allows("""
            [1] jail("/", "a", 10.0.0.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [wire] udp(10.0.0.9:9, 10.0.0.255:0, "a") = 0
            [1] bind(3, 0.0.0.0:53) = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
            [wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0
            [wire] udp(10.0.0.9:9, 224.0.0.9:53, "a") = 0
            """).By("S11.many-nobody");

    [Fact]
    public void Port_zero_is_that_of_a_socket_without_a_port() =>
        new SpecDriver().Allows(Two + """
            [wire] udp(10.0.0.9:9, 10.0.0.255:0, "a") = 0 received by [1]4
            """).By("S11.many-receive");
}
