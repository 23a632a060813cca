using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>Options and their effects.</summary>
public sealed class OptionRulesTests
{
    private const string Two = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4

        """;

    [Theory]
    [Trait("Requirement", "S7")]
    [InlineData("SO_SNDBUF, 0", "-1 EINVAL", "S7.option-size-small")]
    [InlineData("SO_RCVLOWAT, -1", "-1 EINVAL", "S7.option-size-small")]
    [InlineData("SO_RCVBUF, 246723", "0", "S7.option-size")]
    [InlineData("SO_RCVBUF, 246724", "-1 ENOBUFS", "S7.option-size-large")]
    [InlineData("SO_SNDLOWAT, 246724", "0", "S7.option-size")]
    [InlineData("SO_LINGER, 1", "-1 EINVAL", "S7.option-structure")]
    [InlineData("SO_RCVTIMEO, 1", "-1 EINVAL", "S7.option-structure")]
    [InlineData("SO_TYPE, 1, 2", "-1 ENOPROTOOPT", "S7.option-read-only")]
    [InlineData("2, 1, 2", "-1 ENOPROTOOPT", "S7.option-unknown")]
    [InlineData("SO_ERROR, 0", "-1 ENOPROTOOPT", "S7.option-read-only")]
    [InlineData("2, 1", "-1 ENOPROTOOPT", "S7.option-unknown")]
    public void What_can_be_set(string option, string result, string rule) =>
        new SpecDriver().Allows(Two + $"[1] setsockopt(3, {option}) = {result}").By(rule);

    [Fact]
    [Trait("Requirement", "S7")]
    public void A_low_water_mark_shrinks_with_its_buffer_and_does_not_grow_again() =>
        new SpecDriver().Allows(Two + """
            [1] getsockopt(4, SO_SNDLOWAT) = 2048
            [1] setsockopt(4, SO_SNDBUF, 9) = 0
            [1] setsockopt(4, SO_SNDBUF, 4096) = 0
            [1] getsockopt(4, SO_SNDLOWAT) = 9
            """).By("S7.option-size-read");

    [Fact]
    [Trait("Requirement", "S7")]
    public void A_pending_error_is_read_once() =>
        new SpecDriver().Allows(Two + """
            [1] connect(3, 10.0.0.2:53) = 0
            [1] sendto(3, "a") = 1 sent 10.0.0.2:2000 > 10.0.0.2:53
            [1] getsockopt(3, SO_ERROR) = 61
            """).By("S7.option-error").Allows("[1] getsockopt(3, SO_ERROR) = 0").By("S7.option-no-error");

    [Theory]
    [Trait("Requirement", "S11")]
    [InlineData("255.255.255.255", "10.0.0.255")]
    [InlineData("10.0.0.255", "10.0.0.255")]
    [InlineData("10.0.0.0", "10.0.0.0")]
    [InlineData("10.255.255.255", "10.255.255.255")]
    public void A_broadcast_needs_the_option(string destination, string sent) =>
        new SpecDriver("if fxp0 10.0.0.1/24\n").Allows(Two + $"""
            [1] connect(4, {destination}:53) = -1 EACCES
            [1] sendto(3, "a", {destination}:53) = -1 EACCES
            """).By("S11.broadcast")
            .Allows($"""
            [1] setsockopt(3, SO_BROADCAST, 1) = 0
            [1] sendto(3, "a", {destination}:53) = 1 sent 10.0.0.1:1024 > {sent}:53
            """).By("S11.send-to-all");

    [Fact]
    [Trait("Requirement", "S11")]
    public void A_broadcast_address_of_another_interface_is_a_single_host() =>
        new SpecDriver("if fxp0 192.0.2.1/24\nif fxp1 10.0.0.1/24\n").Allows(Two + """
            [1] sendto(3, "a", 10.255.255.255:53) = 1 sent 192.0.2.1:1024 > 10.255.255.255:53
            """).By("S11.send-wire");

    [Fact]
    [Trait("Requirement", "S11")]
    public void A_datagram_fits_the_buffers_at_both_ends() =>
        new SpecDriver().Allows(Two + """
            [1] setsockopt(3, SO_SNDBUF, 2) = 0
            [1] setsockopt(3, SO_RCVBUF, 18) = 0
            [1] bind(3, 10.0.0.2:53) = 0
            [1] sendto(3, "abc") = -1 EDESTADDRREQ
            [1] sendto(3, "abc", 10.0.0.2:53) = -1 EMSGSIZE
            [1] sendto(3, "ab", 10.0.0.2:53) = 2 sent 10.0.0.2:53 > 10.0.0.2:53 received by [1]3
            [wire] udp(10.0.0.9:9, 10.0.0.2:53, "") = 0
            """).By("S11.dropped");
}
