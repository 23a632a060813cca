using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Messages of routing sockets, and the table that they change.</summary>
[Trait("Requirement", "S9")]
public sealed class RouteRulesTests
{
    /// <summary>3 is a routing socket, 4 a UDP socket.</summary>
    private const string Two = """
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    private const string Shown = "flags RTF_UP|RTF_GATEWAY|RTF_DONE|RTF_PRCLONING";

    private const string Add = "RTM_ADD flags RTF_GATEWAY dst 10.2.0.0 gateway 10.0.0.9 netmask /16";

    [Fact]
    public void A_route_is_added_reported_and_deleted() =>
        new SpecDriver().Allows($"""
            {Two}[1] write(3, route [{Add}]) = 132 received by [1]3
            [1] read(3) = route [{Add.Replace("RTF_GATEWAY", "RTF_GATEWAY|RTF_DONE pid 1", StringComparison.Ordinal)}]
            """).Allows("[1] write(3, route [RTM_GET dst 10.2.3.4]) = 108 received by [1]3").By("S9.route-get")
            .Allows($"""
            [1] read(3) = route [RTM_GET {Shown} pid 1 mtu 1500 dst 10.2.0.0 gateway 10.0.0.9 netmask /16]
            [1] write(3, route [RTM_DELETE dst 10.2.0.0 netmask /16]) = 116 received by [1]3
            """).By("S9.route-delete")
            .Allows("[1] write(3, route [RTM_DELETE dst 10.2.0.0 netmask /16]) = -1 ESRCH received by [1]3")
            .By("S9.route-absent");

    [Theory]
    [InlineData(Add, "132", "S9.route-done")]
    [InlineData("RTM_ADD flags RTF_GATEWAY dst 10.0.0.0 gateway 10.0.0.9 netmask /24", "-1 EEXIST", "S9.route-exists")]
    [InlineData("RTM_ADD flags RTF_HOST|RTF_GATEWAY dst 0.0.0.0 gateway 10.0.0.9", "-1 EEXIST", "S9.route-exists")]
    [InlineData("RTM_ADD flags RTF_GATEWAY dst 0.0.0.0 gateway 10.0.0.9", "-1 EEXIST", "S9.route-exists")]
    [InlineData("RTM_DELETE dst 0.0.0.0", "-1 ESRCH", "S9.route-absent")]
    [InlineData("RTM_ADD dst 10.2.0.0", "-1 EINVAL", "S9.route-gateway")]
    [InlineData("RTM_ADD dst 10.2.0.0 gateway 10.0.0.1", "-1 EINVAL", "S9.route-without-mask")]
    [InlineData("RTM_ADD dst 10.2.0.0 gateway link 1 6 netmask /16", "-1 EINVAL", "S9.route-left-out")]
    [InlineData("RTM_ADD version 4", "-1 EPROTONOSUPPORT", "S9.route-version")]
    [InlineData("RTM_GET length 107 dst 10.2.0.0", "-1 EINVAL", "S9.route-length")]
    [InlineData("RTM_MISS dst 10.2.0.0", "-1 EOPNOTSUPP", "S9.route-kind")]
    [InlineData("RTM_GET dst link 1 6", "-1 EAFNOSUPPORT", "S9.route-no-table")]
    public void A_request(string message, string answer, string rule) =>
        new SpecDriver().Allows($"{Two}[1] write(3, route [{message}]) = {answer} received by [1]3").By(rule);

    [Fact]
    [Trait("Requirement", "J4")]
    public void A_user_may_only_ask() =>
        new SpecDriver().Allows($"""
            {Two}[1] seteuid(5) = 0
            [1] write(3, route [{Add}]) = -1 EPERM received by nobody
            """).By("J4.route-denied").Allows("[1] write(3, route [RTM_GET dst 10.0.0.9]) = 108 received by [1]3");

    [Fact]
    [Trait("Requirement", "J9")]
    public void A_prison_neither_asks_nor_hears() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] socket(AF_ROUTE, SOCK_RAW, 0) = 3
            [2] write(3, route [RTM_GET dst 10.0.0.9]) = -1 EPERM received by nobody
            """).By("J4.route-denied").Allows("[2] read(3) = -1 EPERM").By("J9.routing-prisoner");

    [Fact]
    [Trait("Requirement", "S11")]
    public void The_longest_prefix_leads_there() =>
        new SpecDriver().Allows(Two + """
            [1] sendto(4, "a", 10.2.0.5:9) = 1 sent 10.0.0.1:2000 > 10.2.0.5:9
            [1] write(3, route [RTM_ADD dst 10.2.0.0 gateway 10.0.0.3 netmask /16]) = 132 received by [1]3
            [1] sendto(4, "a", 10.2.0.5:9) = 1 sent 10.0.0.3:2000 > 10.2.0.5:9
            [1] write(3, route [RTM_ADD flags RTF_HOST|RTF_REJECT dst 10.2.0.5 gateway 10.0.0.1]) = 124 received by [1]3
            [1] sendto(4, "a", 10.2.0.5:9) = -1 EHOSTDOWN
            """).By("S11.way-rejected-on-card")
            .Allows("""[1] sendto(4, "a", 10.2.0.6:9) = 1 sent 10.0.0.3:2000 > 10.2.0.6:9""");
}
