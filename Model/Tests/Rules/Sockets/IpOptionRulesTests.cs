using Xunit;

namespace Verify.Model.Tests.Rules.Sockets;

/// <summary>IP_TOS, IP_TTL, and what asks for control data.</summary>
public sealed class IpOptionRulesTests
{
    private const string Three = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_STREAM, 0) = 4
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [5, 6]

        """;

    [Theory]
    [Trait("Requirement", "S7")]
    [InlineData("IP_TTL", 64, 257, 1)]
    [InlineData("IP_TTL", 64, -1, 255)]
    [InlineData("IP_TOS", 0, 16, 16)]
    public void A_byte_is_cut(string option, int before, int set, int after) =>
        new SpecDriver().Allows(Three + $"[1] getsockopt(3, {option}) = {before}").By("S7.option-byte-read")
            .Allows($"[1] setsockopt(3, {option}, {set}) = 0").By("S7.option-byte")
            .Allows($"[1] getsockopt(3, {option}) = {after}");

    [Theory]
    [Trait("Requirement", "S12")]
    [InlineData("IP_RECVOPTS")]
    [InlineData("IP_RECVRETOPTS")]
    [InlineData("IP_RECVDSTADDR")]
    [InlineData("IP_RECVIF")]
    public void A_wish_is_set_or_not(string option) =>
        new SpecDriver().Allows(Three + $"[1] setsockopt(4, {option}, -7) = 0").By("S12.option-wanted")
            .Allows($"[1] getsockopt(4, {option}) = 1").By("S12.option-wanted-read")
            .Allows($"""
            [1] setsockopt(4, {option}, 0) = 0
            [1] getsockopt(4, {option}) = 0
            [1] setsockopt(5, {option}, 1) = -1 ENOPROTOOPT
            [1] getsockopt(5, {option}) = -1 ENOPROTOOPT
            """);

    [Fact]
    [Trait("Requirement", "P1")]
    public void Without_a_PCB_there_are_none() =>
        new SpecDriver().Allows(Three + """
            [1] connect(4, 10.0.0.1:80) = -1 ECONNREFUSED sent 10.0.0.1:2000 > 10.0.0.1:80
            [1] setsockopt(4, IP_TTL, 1) = -1 ECONNRESET
            [1] getsockopt(4, IP_RECVIF) = -1 ECONNRESET
            [1] setsockopt(4, SO_LINGER, 1, 1) = 0
            """);
}
