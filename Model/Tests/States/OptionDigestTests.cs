using Shouldly;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.States;

/// <summary>The hash of a state with options of IP, times, control data and a clock.</summary>
[Trait("Requirement", "S12")]
public sealed class OptionDigestTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n[1] bind(3, 10.0.0.1:53) = 0\n";

    private const string Arrives = """
        [wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]3

        """;

    [Theory]
    [InlineData("[1] setsockopt(3, IP_TOS, 64) = 0", "")]
    [InlineData("[1] setsockopt(3, IP_TTL, 1) = 0", "")]
    [InlineData("[1] setsockopt(3, IP_RECVIF, 1) = 0", "[1] setsockopt(3, IP_RECVDSTADDR, 1) = 0")]
    [InlineData("[1] setsockopt(3, SO_LINGER, 0, 1) = 0", "")]
    [InlineData("[1] setsockopt(3, SO_SNDTIMEO, 1, 0) = 0", "[1] setsockopt(3, SO_RCVTIMEO, 1, 0) = 0")]
    [InlineData("[wire] idle(1) = 0", "")]
    [InlineData(
        "[1] setsockopt(3, IP_RECVDSTADDR, 1) = 0\n" + Arrives + "[1] setsockopt(3, IP_RECVDSTADDR, 0) = 0", Arrives)]
    public void Different(string one, string other) => Digest(one).ShouldNotBe(Digest(other));

    [Theory]
    [InlineData("[1] setsockopt(3, IP_TTL, 320) = 0", "")]
    [InlineData("[1] setsockopt(3, SO_SNDTIMEO, 0, 9999) = 0", "")]
    [InlineData("[wire] idle(1) = 0\n[wire] idle(2) = 0", "[wire] idle(3) = 0")]
    public void Alike(string one, string other) => Digest(one).ShouldBe(Digest(other));

    private static UInt128 Digest(string lines)
    {
        var hash = new StateHash();
        new SpecDriver().Allows(One + lines).State.AddTo(ref hash);
        return hash.Digest;
    }
}
