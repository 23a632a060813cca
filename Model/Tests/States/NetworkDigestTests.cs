using Shouldly;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.States;

/// <summary>Networks that behave alike have one hash, however they came about.</summary>
[Trait("Requirement", "S9")]
public sealed class NetworkDigestTests
{
    private const string Sockets = """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_ROUTE, SOCK_RAW, 0) = 4
        [1] setsockopt(4, SO_USELOOPBACK, 0) = 0

        """;

    [Fact]
    public void What_is_undone_leaves_nothing() =>
        Of("""
            [1] write(4, route [RTM_ADD flags RTF_GATEWAY dst 10.2.0.0 gateway 10.0.0.9 netmask /16]) = 132
            [1] write(4, route [RTM_DELETE dst 10.2.0.0 netmask /16]) = 116
            """).ShouldBe(Of(""));

    [Theory]
    [InlineData("""[1] ioctl(3, SIOCSIFFLAGS, "fxp0", IFF_UP|IFF_DEBUG) = 0""")]
    [InlineData("[1] write(4, route [RTM_ADD flags RTF_GATEWAY dst 10.2.0.0 gateway 10.0.0.9 netmask /16]) = 132")]
    [InlineData("[1] write(4, route [RTM_CHANGE inits 2 hopcount 3 dst 10.0.0.0]) = 108")]
    public void A_change_shows(string line) => Of(line).ShouldNotBe(Of(""));

    private static UInt128 Of(string lines)
    {
        var hash = new StateHash();
        new SpecDriver().Allows(Sockets + lines).State.AddTo(ref hash);
        return hash.Digest;
    }
}
