using Shouldly;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.States;

/// <summary>The hash of a state with settings for multicast: equal if the states behave alike.</summary>
[Trait("Requirement", "S11")]
public sealed class MulticastDigestTests
{
    private const string One = "[1] socket(AF_INET, SOCK_DGRAM, 0) = 3\n";

    private const string JoinsOutside = "[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 10.0.0.1) = 0\n";

    private const string JoinsLoopback = "[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.9, 127.0.0.1) = 0\n";

    [Theory]
    [InlineData("[1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.1) = 0", "")]
    [InlineData(
        "[1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.1) = 0", "[1] setsockopt(3, IP_MULTICAST_IF, 127.0.0.1) = 0")]
    [InlineData("[1] setsockopt(3, IP_MULTICAST_TTL, 0) = 0", "")]
    [InlineData("[1] setsockopt(3, IP_MULTICAST_LOOP, 0) = 0", "")]
    [InlineData(JoinsOutside, "")]
    [InlineData(JoinsOutside, JoinsLoopback)]
    [InlineData(JoinsOutside + JoinsLoopback, JoinsLoopback + JoinsOutside)]
    [InlineData(JoinsOutside, "[1] setsockopt(3, IP_ADD_MEMBERSHIP, 224.0.0.8, 10.0.0.1) = 0\n")]
    public void Different(string one, string other) => Digest(one).ShouldNotBe(Digest(other));

    [Theory]
    [InlineData(
        "[1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.1) = 0", "[1] setsockopt(3, IP_MULTICAST_IF, 10.0.0.2) = 0")]
    [InlineData("[1] setsockopt(3, IP_MULTICAST_LOOP, 7) = 0", "")]
    [InlineData(JoinsOutside + "[1] setsockopt(3, IP_DROP_MEMBERSHIP, 224.0.0.9, 0.0.0.0) = 0", "")]
    public void Alike(string one, string other) => Digest(one).ShouldBe(Digest(other));

    private static UInt128 Digest(string lines)
    {
        var hash = new StateHash();
        new SpecDriver().Allows(One + lines).State.AddTo(ref hash);
        return hash.Digest;
    }
}
