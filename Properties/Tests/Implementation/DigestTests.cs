using Shouldly;
using Xunit;

namespace Verify.Properties.Tests.Implementation;

/// <summary>Equal digests mean kernels that behave alike; how they came there does not count.</summary>
public sealed class DigestTests
{
    private const string Host = "if fxp0 10.0.0.1/24 10.0.0.2/32\n[1] fork() = 2\n";

    [Theory]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[2] socket(AF_INET, SOCK_STREAM, 0)",
        "[2] socket(AF_INET, SOCK_STREAM, 0)\n[1] socket(AF_INET, SOCK_DGRAM, 0)")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:53)\n[2] socket(AF_INET, SOCK_STREAM, 0)\n" +
        "[2] bind(3, 10.0.0.1:69)",
        "[2] socket(AF_INET, SOCK_STREAM, 0)\n[2] bind(3, 10.0.0.1:69)\n[1] socket(AF_INET, SOCK_DGRAM, 0)\n" +
        "[1] bind(3, 0.0.0.0:53)")]
    [InlineData("[1] fork() = 3\n[3] exit(0)", "")]
    public void Another_history_with_the_same_end_has_the_same_digest(string one, string other) =>
        Replay.DigestOf(Replay.Run(Host + one)).ShouldBe(Replay.DigestOf(Replay.Run(Host + other)));

    [Theory]
    [InlineData("", "[1] setuid(5)")]
    [InlineData("", "[2] exit(0)")]
    [InlineData("", "[1] close(0)")]
    [InlineData("", "[1] jail(\"/\", \"a\", 10.0.0.1)")]
    [InlineData("[1] jail(\"/\", \"a\", 10.0.0.1)", "[1] jail(\"/\", \"a\", 10.0.0.2)")]
    [InlineData("", "[1] sysctl(\"net.inet.ip.portrange.lowlast\", 5)")]
    [InlineData("", "[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] bind(3, 0.0.0.0:0)\n[1] close(3)")]
    [InlineData("[1] socket(AF_INET, SOCK_DGRAM, 0)", "[1] socket(AF_INET, SOCK_STREAM, 0)")]
    [InlineData(
        "[1] socket(AF_INET, SOCK_STREAM, 0)\n[1] bind(3, 0.0.0.0:80)\n[1] listen(3, 5)",
        "[1] socket(AF_INET, SOCK_STREAM, 0)\n[1] bind(3, 0.0.0.0:80)\n[1] listen(3, 6)")]
    public void Another_end_has_another_digest(string one, string other) =>
        Replay.DigestOf(Replay.Run(Host + one)).ShouldNotBe(Replay.DigestOf(Replay.Run(Host + other)));

    [Theory]
    [InlineData("SO_REUSEPORT, 1", "SO_REUSEPORT, 0")]
    [InlineData("SO_REUSEADDR, 1", "SO_REUSEPORT, 1")]
    [InlineData("IP_PORTRANGE, IP_PORTRANGE_LOW", "IP_PORTRANGE, IP_PORTRANGE_HIGH")]
    public void Options_count(string one, string other) => Another_end_has_another_digest(
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {one}) = 0",
        $"[1] socket(AF_INET, SOCK_DGRAM, 0)\n[1] setsockopt(3, {other}) = 0");

    [Fact]
    public void Of_two_sockets_that_share_a_port_it_counts_which_came_first() => Another_end_has_another_digest(
        Shared("[1] bind(3, 0.0.0.0:53) = 0\n[1] bind(4, 0.0.0.0:53) = 0"),
        Shared("[1] bind(4, 0.0.0.0:53) = 0\n[1] bind(3, 0.0.0.0:53) = 0"));

    private static string Shared(string binds) => """
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0

        """ + binds;
}
