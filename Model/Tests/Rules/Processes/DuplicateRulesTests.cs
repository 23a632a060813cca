using Xunit;

namespace Verify.Model.Tests.Rules.Processes;

/// <summary>dup, dup2 and F_DUPFD: descriptors of one open file.</summary>
[Trait("Requirement", "G7")]
public sealed class DuplicateRulesTests
{
    private const string Pair = "[1] socketpair(AF_LOCAL, SOCK_STREAM, 0) = [3, 4]\n";

    [Theory]
    [InlineData("dup(9) = -1 EBADF", "G7.bad-descriptor")]
    [InlineData("dup(0) = 5", "G7.dup")]
    [InlineData("dup2(9, 9) = -1 EBADF", "G7.bad-descriptor")]
    [InlineData("dup2(3, -1) = -1 EBADF", "G7.dup2-target")]
    [InlineData("dup2(3, 9) = -1 EBADF", "G7.dup2-target")]
    [InlineData("dup2(3, 3) = 3", "G7.dup2-same")]
    [InlineData("dup2(3, 8) = 8", "G7.dup2")]
    [InlineData("dup2(0, 3) = 3", "S9.pair-ends")]
    [InlineData("fcntl(3, F_DUPFD, 0) = 5", "G7.dup")]
    [InlineData("fcntl(3, F_DUPFD, 7) = 7", "G7.dup")]
    [InlineData("fcntl(3, F_DUPFD, -1) = -1 EINVAL", "G7.dup-least")]
    [InlineData("fcntl(3, F_DUPFD, 9) = -1 EINVAL", "G7.dup-least")]
    public void Each_returns_its_descriptor_or_why_not(string call, string rule) =>
        new SpecDriver().Allows(Pair + "[1] setrlimit(9, 9) = 0\n").Allows($"[1] {call}").By(rule);

    [Fact]
    public void Without_a_free_descriptor_nothing_is_duplicated() =>
        new SpecDriver().Allows(Pair + """
            [1] setrlimit(6, 6) = 0
            [1] dup2(3, 5) = 5
            [1] dup(3) = -1 EMFILE
            [1] fcntl(3, F_DUPFD, 5) = -1 EMFILE
            """).By("G7.dup-descriptor");

    [Fact]
    public void The_socket_lives_until_its_last_descriptor_is_closed() =>
        new SpecDriver().Allows(Pair + """
            [1] dup2(3, 7) = 7
            [1] fcntl(7, F_SETFL, O_NONBLOCK) = 0
            [1] fcntl(3, F_GETFL) = 6
            [1] close(3) = 0
            [1] dup(4) = 3
            [1] write(7, "a") = 1
            [1] read(3) = "a"
            [1] dup2(0, 7) = 7
            [1] read(3) = ""
            """).By("S9.receive-end");
}
