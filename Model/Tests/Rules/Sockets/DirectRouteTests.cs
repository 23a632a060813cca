using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>SO_DONTROUTE and MSG_DONTROUTE: only attached networks are reached.</summary>
[Trait("Requirement", "S7")]
public sealed class DirectRouteTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4

        """;

    private const string Direct = Two + """
        [1] setsockopt(3, SO_DONTROUTE, 1) = 0
        [1] setsockopt(4, SO_DONTROUTE, 1) = 0

        """;

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.255.255.255")]
    [InlineData("224.0.0.9")]
    public void Other_networks_are_unreachable(string destination) =>
        new SpecDriver().Allows(Direct + $"""
            [1] sendto(3, "a", {destination}:53) = -1 ENETUNREACH
            """).By("S7.dont-route").Allows($"""
            [1] setsockopt(3, SO_DONTROUTE, 0) = 0
            [1] sendto(3, "a", MSG_DONTROUTE, {destination}:53) = -1 ENETUNREACH
            """).By("S7.dont-route");

    [Fact]
    public void A_missing_network_precedes_a_forbidden_broadcast() =>
        new SpecDriver("if fxp0 10.0.0.1/24\n").Allows(Direct + """
            [1] sendto(3, "a", 10.255.255.255:53) = -1 ENETUNREACH
            [1] sendto(3, "a", 10.0.0.255:53) = -1 EACCES
            """).By("S11.broadcast");

    [Fact]
    public void The_source_is_that_of_the_network() =>
        new SpecDriver("if fxp0 10.0.0.1/8\nif fxp1 10.1.0.1/16\n").Allows(Direct + """
            [1] sendto(3, "a", 10.1.0.9:53) = 1 sent 10.1.0.1:1024 > 10.1.0.9:53
            [1] sendto(3, "a", 10.2.0.9:53) = 1 sent 10.0.0.1:1024 > 10.2.0.9:53
            [1] connect(3, 192.0.2.1:53) = 0
            [1] getsockname(3) = 10.0.0.1:1024
            [1] sendto(3, "a") = -1 ENETUNREACH
            """).By("S7.dont-route");

    [Fact]
    public void A_request_to_another_network_takes_the_PCB() =>
        new SpecDriver().Allows(Direct + "[1] connect(4, 192.0.2.1:80) = -1 ENETUNREACH").By("S7.dont-route")
            .Allows("[1] connect(4, 10.0.0.9:80) = -1 EINVAL").By("S10.gone");

    [Fact]
    public void Over_a_loopback_interface_only_this_host_is_reached() =>
        new SpecDriver().Allows(Direct + """
            [1] sendto(3, "a", 127.0.0.9:53) = 1 sent 127.0.0.1:2000 > 127.0.0.9:53
            """).By("S7.dont-route-lost").Allows("""
            [1] connect(4, 127.0.0.9:80) = -1 ETIMEDOUT sent 127.0.0.1:2000 > 127.0.0.9:80
            """).By("S7.dont-route-lost");
}
