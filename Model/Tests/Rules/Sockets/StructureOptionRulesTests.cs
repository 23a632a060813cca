using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Options that take a struct of two integers.</summary>
[Trait("Requirement", "S7")]
public sealed class StructureOptionRulesTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [4, 5]

        """;

    [Theory]
    [InlineData("1, 5", "[128, 5]")]
    [InlineData("-1, 32768", "[128, -32768]")]
    [InlineData("0, 65537", "[0, 1]")]
    public void Linger_keeps_its_time_in_16_bits(string set, string read) =>
        new SpecDriver().Allows(Two + $"[1] setsockopt(3, SO_LINGER, {set}) = 0").By("S7.linger")
            .Allows($"[1] getsockopt(3, SO_LINGER) = {read}").By("S7.linger-read")
            .Allows($"""
            [1] setsockopt(4, SO_LINGER, {set}) = 0
            [1] getsockopt(4, SO_LINGER) = {read}
            """);

    [Theory]
    [InlineData("0, 0", "[0, 0]")]
    [InlineData("0, 9999", "[0, 0]")]
    [InlineData("1, 19999", "[1, 10000]")]
    [InlineData("327, 679999", "[327, 670000]")]
    public void A_timeout_has_whole_ticks(string set, string read) =>
        new SpecDriver().Allows(Two + $"[1] setsockopt(3, SO_SNDTIMEO, {set}) = 0").By("S7.timeout")
            .Allows($"[1] getsockopt(3, SO_SNDTIMEO) = {read}").By("S7.timeout-read")
            .Allows("[1] getsockopt(3, SO_RCVTIMEO) = [0, 0]");

    [Theory]
    [InlineData("327, 680000")]
    [InlineData("328, 0")]
    [InlineData("2147483647, 0")]
    [InlineData("-1, 0")]
    [InlineData("0, -1")]
    [InlineData("0, 1000000")]
    public void Other_times_are_none(string set) =>
        new SpecDriver().Allows(Two + $"""
            [1] setsockopt(4, SO_RCVTIMEO, 1, 0) = 0
            [1] setsockopt(4, SO_RCVTIMEO, {set}) = -1 EDOM
            """).By("S7.timeout-range").Allows("[1] getsockopt(4, SO_RCVTIMEO) = [1, 0]");

    [Fact]
    public void An_integer_is_the_first_of_two() =>
        new SpecDriver().Allows(Two + "[1] setsockopt(3, SO_RCVBUF, 99, 7) = 0").By("S7.option-first").Allows("""
            [1] getsockopt(3, SO_RCVBUF) = 99
            [1] setsockopt(3, IP_TTL, 7, 9) = 0
            [1] getsockopt(3, IP_TTL) = 7
            """);

    [Fact]
    public void A_membership_is_as_long_as_two_integers() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, IP_ADD_MEMBERSHIP, 1, 2) = -1 EINVAL
            """).By("S11.membership-group");

    [Fact]
    public void A_connection_has_its_listeners_linger_but_not_its_timeouts() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_LINGER, 1, 5) = 0
            [1] setsockopt(3, SO_RCVTIMEO, 1, 0) = 0
            [1] setsockopt(3, IP_TOS, 16) = 0
            [1] setsockopt(3, IP_TTL, 7) = 0
            [1] setsockopt(3, IP_RECVIF, 1) = 0
            [1] bind(3, 10.0.0.1:80) = 0
            [1] listen(3, 1) = 0
            [wire] tcp(10.0.0.9:9, 10.0.0.1:80) = 0 received by [1]3
            [1] accept(3) = 6 from 10.0.0.9:9
            [1] getsockopt(6, SO_LINGER) = [128, 5]
            [1] getsockopt(6, SO_RCVTIMEO) = [0, 0]
            [1] getsockopt(6, IP_TOS) = 0
            [1] getsockopt(6, IP_TTL) = 64
            [1] getsockopt(6, IP_RECVIF) = 0
            """);
}
