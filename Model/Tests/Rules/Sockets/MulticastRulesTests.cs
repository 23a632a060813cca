using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

[Trait("Requirement", "S11")]
public sealed class MulticastRulesTests
{
    private const string Cards = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2
        if fxp1 172.16.1.1/24 172.16.1.2
        sysctl net.inet.ip.portrange.first=2000
        sysctl net.inet.ip.portrange.last=2002

        """;

    private const string Two = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] bind(3, 0.0.0.0:53) = 0

        """;

    [Fact]
    public void A_group_is_heard_on_the_card_where_any_socket_joined_it() =>
        new SpecDriver(Cards).Allows(Two + """
            [wire] udp(172.16.1.9:9, 224.0.0.9:53, "a") = 0
            """).By("S11.not-member").Allows("""
            [1] setsockopt(4, IP_ADD_MEMBERSHIP, 224.0.0.9, 172.16.1.2) = 0
            [wire] udp(172.16.1.9:9, 224.0.0.9:53, "a") = 0 received by [1]3
            [wire] udp(10.0.0.9:9, 224.0.0.9:53, "a") = 0
            """).By("S11.not-member").Allows("""
            [1] close(4) = 0
            [wire] udp(172.16.1.9:9, 224.0.0.9:53, "a") = 0
            """).By("S11.not-member");

    [Fact]
    public void A_copy_returns_to_members() =>
        new SpecDriver(Cards).Allows(Two + """
            [1] sendto(4, "a", 224.0.0.9:53) = 1 sent 10.0.0.1:2000 > 224.0.0.9:53
            """).By("S11.multicast-not-returned").Allows("""
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0
            [1] sendto(4, "a", 224.0.0.9:53) = 1 sent 10.0.0.1:2000 > 224.0.0.9:53 received by [1]3
            """).By("S11.multicast-returns").Allows("""
            [1] setsockopt(4, IP_MULTICAST_LOOP, 0) = 0
            [1] sendto(4, "a", 224.0.0.9:53) = 1 sent 10.0.0.1:2000 > 224.0.0.9:53
            """).By("S11.multicast-not-returned").Allows("""
            [1] sendto(3, "a", 224.0.0.1:53) = 1 sent 10.0.0.1:53 > 224.0.0.1:53 received by [1]3
            """);

    [Fact]
    public void Without_a_time_to_live_it_stays_here() =>
        new SpecDriver(Cards).Allows(Two + """
            [1] setsockopt(4, IP_MULTICAST_TTL, 0) = 0
            [1] sendto(4, "a", 224.0.0.1:53) = 1 received by [1]3
            """).By("S11.multicast-stays").Allows("""
            [1] sendto(4, "a", 224.0.0.9:53) = 1
            """).By("S11.multicast-not-returned");

    [Fact]
    public void The_interface_may_be_another_than_the_routes() =>
        new SpecDriver(Cards).Allows(Two + """
            [1] setsockopt(4, IP_MULTICAST_IF, 172.16.1.2) = 0
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 172.16.1.1) = 0
            [1] sendto(4, "a", 224.0.0.9:53) = 1 sent 172.16.1.1:2000 > 224.0.0.9:53 received by [1]3
            """).By("S11.multicast-interface").By("S11.multicast-source").Allows("""
            [1] connect(4, 224.0.0.9:53) = 0
            [1] getsockname(4) = 172.16.1.1:2000
            [1] setsockopt(4, IP_MULTICAST_IF, 0.0.0.0) = 0
            [1] sendto(4, "a") = 1 sent 172.16.1.1:2000 > 224.0.0.9:53
            """).By("S11.multicast-not-returned").NotBy("S11.multicast-interface").Allows("""
            [1] setsockopt(4, IP_MULTICAST_IF, 127.0.0.1) = 0
            [1] sendto(4, "a") = 1
            """).By("S11.multicast-stays");

    [Fact]
    public void A_route_is_needed_even_with_an_interface() =>
        new SpecDriver("if lo0 127.0.0.1/8\n").Allows(Two + """
            [1] setsockopt(4, IP_MULTICAST_IF, 127.0.0.1) = 0
            [1] sendto(4, "a", 224.0.0.1:53) = -1 EHOSTUNREACH
            """).By("S11.no-route");

    [Fact]
    [Trait("Requirement", "G1")]
    public void A_prison_sends_from_its_address() =>
        new SpecDriver(Cards).Allows("""
            [1] jail("/", "a", 172.16.1.2) = 0
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, IP_MULTICAST_IF, 172.16.1.2) = 0
            [1] sendto(3, "a", 224.0.0.1:53) = 1 sent 172.16.1.2:2000 > 224.0.0.1:53
            """).NotBy("S11.multicast-source");
}
