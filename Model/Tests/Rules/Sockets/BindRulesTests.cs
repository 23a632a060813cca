using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

public sealed class BindRulesTests
{
    private const string TwoSockets = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    /// <summary>
    /// Descriptor 3 is the superuser's and open in both processes; 4 belongs to process 2, of user 5.
    /// </summary>
    private const string TwoUsers = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] fork() = 2
        [2] setuid(5) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 4

        """;

    [Theory]
    [InlineData(1, "-1 EACCES")]
    [InlineData(1023, "-1 EACCES")]
    [InlineData(1024, "0")]
    public void Ports_under_1024_are_the_superusers(int port, string users) =>
        new SpecDriver().Allows(TwoUsers + $"""
            [2] bind(4, 10.0.0.1:{port}) = {users}
            [1] bind(3, 10.0.0.2:{port}) = 0
            """);

    [Fact]
    public void The_callers_privilege_counts_and_not_the_creators() =>
        new SpecDriver().Allows(TwoUsers + "[2] bind(3, 10.0.0.1:80) = -1 EACCES").By("P5.reserved");

    [Fact]
    public void Bind_works_once_and_to_the_hosts_addresses() =>
        new SpecDriver().Allows(TwoSockets + """
            [1] bind(3, 10.0.0.9:53) = -1 EADDRNOTAVAIL
            [1] bind(3, 255.255.255.255:53) = -1 EADDRNOTAVAIL
            [1] bind(3, 10.0.0.2:53) = 0
            [1] bind(3, 10.0.0.9:53) = -1 EINVAL
            [1] bind(4, AF_UNSPEC) = 0
            [1] getsockname(4) = 0.0.0.0:2000
            """);

    [Theory]
    [InlineData("")]
    [InlineData("""[1] jail("/", "a", 10.0.0.2) = 0""")]
    public void Another_family_does_not_match_an_interfaces_address(string before) =>
        new SpecDriver().Allows(before).Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, AF_INET6 10.0.0.2:53) = -1 EADDRNOTAVAIL
            """).By("P5.family");

    [Fact]
    public void A_broadcast_address_of_a_network_can_be_bound() =>
        new SpecDriver().Allows(TwoSockets + "\n[1] bind(3, 10.0.0.255:53) = 0").By("G3.reserved-allowed");

    [Theory]
    [InlineData(256, "ENAMETOOLONG")]
    [InlineData(255, "EINVAL")]
    [InlineData(17, "EINVAL")]
    [InlineData(15, "EINVAL")]
    [InlineData(1, "EINVAL")]
    [InlineData(0, "EINVAL")]
    [InlineData(-1, "ENAMETOOLONG")]
    [InlineData(int.MinValue, "ENAMETOOLONG")]
    public void An_address_has_16_octets(int length, string error) =>
        new SpecDriver().Allows(TwoSockets + $"[1] bind(3, 10.0.0.1:53, {length}) = -1 {error}");

    [Fact]
    public void A_bad_length_is_reported_after_a_second_bind_unless_it_cannot_be_copied() =>
        new SpecDriver().Allows(TwoSockets + "[1] bind(3, 10.0.0.1:53) = 0\n[1] bind(3, 10.0.0.1:53, 15) = -1 EINVAL")
            .By("P5.twice")
            .Allows("[1] bind(3, 10.0.0.1:53, 256) = -1 ENAMETOOLONG");

    [Fact]
    public void TCP_has_no_multicast() =>
        new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 224.0.0.1:53) = -1 EAFNOSUPPORT
            [1] connect(3, 224.0.0.1:53) = -1 EAFNOSUPPORT
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] bind(4, 224.0.0.1:53) = 0
            """);

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", false)]
    [InlineData("10.0.0.1", "10.0.0.2", true)]
    [InlineData("10.0.0.1", "0.0.0.0", false)]
    [InlineData("0.0.0.0", "10.0.0.1", false)]
    [InlineData("0.0.0.0", "0.0.0.0", false)]
    public void Without_options_a_port_is_shared_by_different_addresses_only(string first, string second, bool free) =>
        new SpecDriver().Allows(TwoSockets + $"""
            [1] bind(3, {first}:53) = 0
            [1] bind(4, {second}:53) = {(free ? "0" : "-1 EADDRINUSE")}
            """);

    [Fact]
    public void Protocols_do_not_share_ports() =>
        new SpecDriver().Allows(TwoSockets + """
            [1] bind(3, 10.0.0.1:53) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 5
            [1] bind(5, 10.0.0.1:53) = 0
            """);

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", false)]
    [InlineData("0.0.0.0", "10.0.0.1", true)]
    [InlineData("10.0.0.1", "0.0.0.0", true)]
    public void SO_REUSEADDR_ignores_wildcards(string first, string second, bool free) =>
        new SpecDriver().Allows(TwoSockets + $"""
            [1] bind(3, {first}:53) = 0
            [1] setsockopt(4, SO_REUSEADDR, 1) = 0
            [1] bind(4, {second}:53) = {(free ? "0" : "-1 EADDRINUSE")}
            """);

    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, false)]
    [InlineData(1, 1, true)]
    public void SO_REUSEPORT_is_required_on_both(int first, int second, bool shared) =>
        new SpecDriver().Allows(TwoSockets + $"""
            [1] setsockopt(3, SO_REUSEPORT, {first}) = 0
            [1] setsockopt(4, SO_REUSEPORT, {second}) = 0
            [1] bind(3, 10.0.0.1:53) = 0
            [1] bind(4, 10.0.0.1:53) = {(shared ? "0" : "-1 EADDRINUSE")}
            """);

    [Fact]
    public void For_multicast_SO_REUSEADDR_is_enough() =>
        new SpecDriver().Allows(TwoSockets + """
            [1] setsockopt(3, SO_REUSEADDR, 1) = 0
            [1] bind(3, 224.0.0.1:53) = 0
            [1] bind(4, 224.0.0.1:53) = -1 EADDRINUSE
            [1] setsockopt(4, SO_REUSEADDR, 1) = 0
            [1] bind(4, 224.0.0.1:53) = 0
            """).By("P5.shared");

    [Theory]
    [InlineData("10.0.0.1", "10.0.0.1", 1, false)]
    [InlineData("0.0.0.0", "10.0.0.1", 1, false)]
    [InlineData("0.0.0.0", "0.0.0.0", 1, true)]
    [InlineData("0.0.0.0", "0.0.0.0", 0, false)]
    public void Another_users_port_is_shared_only_by_wildcards_with_SO_REUSEPORT(
        string roots, string users, int option, bool shared) =>
        new SpecDriver().Allows(TwoUsers + $"""
            [1] setsockopt(3, SO_REUSEPORT, {option}) = 0
            [2] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, {roots}:5353) = 0
            [2] bind(4, {users}:5353) = {(shared ? "0" : "-1 EADDRINUSE")}
            """);

    [Fact]
    public void The_superuser_may_share_a_users_port() =>
        new SpecDriver().Allows(TwoUsers + """
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [2] setsockopt(4, SO_REUSEPORT, 1) = 0
            [2] bind(4, 10.0.0.1:5353) = 0
            [1] bind(3, 10.0.0.1:5353) = 0
            """).By("P5.shared");

    [Fact]
    public void In_a_prison_wildcards_do_not_conflict() =>
        new SpecDriver().Allows("""
            [1] fork() = 2
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [2] jail("/", "a", 10.0.0.2) = 0
            [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [2] bind(3, 0.0.0.0:53) = 0
            """).By("H2.prison-exact");

    /// <summary>Of two equally close uses, only one of which shares, the one bound last decides.</summary>
    [Theory]
    [InlineData(3, "0")]
    [InlineData(4, "-1 EADDRINUSE")]
    public void Of_two_equally_close_uses_the_newest_decides(int closed, string result) =>
        new SpecDriver().Allows(TwoUsers + $"""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
            [1] setsockopt(3, SO_REUSEPORT, 1) = 0
            [1] setsockopt(4, SO_REUSEPORT, 1) = 0
            [1] bind(3, 0.0.0.0:5353) = 0
            [1] bind(4, 0.0.0.0:5353) = 0
            [1] setsockopt({closed}, SO_REUSEPORT, 0) = 0
            [2] setsockopt(4, SO_REUSEPORT, 1) = 0
            [2] bind(4, 0.0.0.0:5353) = {result}
            """);

    [Fact]
    public void Without_memory_for_a_port_head_the_bind_is_undone() =>
        new SpecDriver(SpecDriver.Host + "tunable debug.maxportheads=1\n").Allows(TwoSockets + """
            [1] bind(3, 10.0.0.1:53) = 0
            [1] bind(4, 10.0.0.1:54) = -1 EAGAIN
            [1] getsockname(4) = 0.0.0.0:0
            [1] bind(4, 10.0.0.2:53) = 0
            [1] close(3) = 0
            [1] socket(AF_INET, SOCK_STREAM, 0) = 3
            [1] bind(3, 10.0.0.1:53) = -1 EAGAIN
            [1] close(4) = 0
            [1] bind(3, 10.0.0.1:53) = 0
            """);
}
