using Xunit;

namespace Verify.Model.Tests.Rules.Sleeping;

/// <summary>Time-outs in a machine that wakes later: the first of time, event and signal decides.</summary>
[Trait("Requirement", "R2")]
public sealed class LaterTimeTests
{
    private const string Pair = """
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] setsockopt(3, SO_RCVTIMEO, 0, 20000) = 0
        [1] fork() = 2
        [2] sigaction(30, handler) = 0

        """;

    private const string Event = "[1] write(4, \"a\") = 1\n";

    private const string Signal = "[1] kill(2, 30) = 0\n";

    private const string Time = "[wire] idle(20) = 0\n";

    [Theory]
    [InlineData("poll", "poll([3 POLLIN], 10", Time + Event, "0")]
    [InlineData("poll", "poll([3 POLLIN], 10", Event + Time, "1 [3 POLLIN]")]
    [InlineData("poll", "poll([3 POLLIN], 10", Time + Signal, "0")]
    [InlineData("poll", "poll([3 POLLIN], 10", Signal + Time, "-1 EINTR")]
    [InlineData("poll", "poll([3 POLLIN], 10", Event + Signal, "-1 EINTR")]
    [InlineData("select", "select(4, [3], NULL, NULL, [0, 10000]", Time + Event, "0 [], NULL, NULL")]
    [InlineData("select", "select(4, [3], NULL, NULL, [0, 10000]", Event + Time, "1 [3], NULL, NULL")]
    [InlineData("read", "read(3", Time + Event, "-1 EAGAIN")]
    [InlineData("read", "read(3", Event + Time, "\"a\"")]
    [InlineData("read", "read(3", Signal + Time, "-1 EINTR")]
    [InlineData("read", "read(3", Time + Signal, "-1 EAGAIN")]
    public void The_first_decides(string name, string call, string what, string result) =>
        SleepDriver.Later().Allows(
            Pair + $"[2] {call} <unfinished ...>\n{what}[2] <... {name} resumed>) = {result}\n[2] getuid() = 0");

    [Fact]
    public void Nobody_continues_by_itself() =>
        SleepDriver.Later().Allows(Pair + """
            [2] read(3 <unfinished ...>
            [wire] idle(19) = 0
            [2] <... read resumed>) = -1 ESRCH
            [wire] idle(1) = 0
            [2] getuid() = -1 ESRCH
            [2] <... read resumed>) = -1 EAGAIN
            """);

    [Fact]
    public void A_read_that_finds_nothing_has_its_whole_time_again() =>
        SleepDriver.Later().Allows(Pair + """
            [2] read(3 <unfinished ...>
            [wire] idle(10) = 0
            [1] write(4, "a") = 1
            [1] read(3) = "a"
            [wire] idle(1000) = 0
            [2] <... read resumed> <unfinished ...>
            [wire] idle(19) = 0
            [2] <... read resumed>) = -1 ESRCH
            [wire] idle(1) = 0
            [2] <... read resumed>) = -1 EAGAIN
            """);
}
