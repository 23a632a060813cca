using Shouldly;
using Verify.Model.Judging;
using Xunit;
using static Verify.Model.Tests.Judging.JudgeDriver;

namespace Verify.Model.Tests.Judging;

/// <summary>Calls that sleep, and calls that are resumed at once or later.</summary>
[Trait("Requirement", "R2")]
public sealed class SleepingJudgeTests
{
    private const string Listening = """
        [1] socket(AF_INET, SOCK_STREAM, 0) = 3
        [1] bind(3, 10.0.0.1:80) = 0
        [1] listen(3, 5) = 0
        [1] fork() = 2
        [2] accept(3 <unfinished ...>

        """;

    private const string Connection = "[wire] tcp(192.0.2.9:9, 10.0.0.1:80) = 0\n";

    [Theory]
    [InlineData("[2] <... accept resumed>) = 4 from 192.0.2.9:9", "+")]
    [InlineData("[2] <... accept resumed>) = 4", "+")]
    [InlineData("[2] <... accept resumed>) = ?", "+")]
    [InlineData("", "+")]
    [InlineData("[2] <... accept resumed>) = 5 from 192.0.2.9:9", "-")]
    [InlineData("[2] <... accept resumed>) = -1 EINTR", "-")]
    public void A_resumed_call_is_part_of_what_resumed_it(string resumed, string sign) =>
        Signs(Host + Listening + Connection + resumed)[5..].ShouldBe(sign);

    [Theory]
    [InlineData("[2] <... accept resumed>) = 4 from 192.0.2.9:9", "++")]
    [InlineData("[1] getpid() = 1\n[2] <... accept resumed>) = 4", null)]
    [InlineData("[1] getuid() = 0\n[2] <... accept resumed>) = 4\n[2] getpeername(4) = 192.0.2.9:9", "++++")]
    [InlineData("[2] getuid() = 0", "+-")]
    [InlineData("[1] accept(3) = 4 from 192.0.2.9:9\n[2] <... accept resumed>) = 4 from 192.0.2.9:9", "++-")]
    [InlineData("[1] accept(3) = 4 from 192.0.2.9:9\n[2] <... accept resumed> <unfinished ...>", "+++")]
    public void A_call_that_is_resumed_later_is_a_step_of_its_own(string lines, string? signs)
    {
        if (signs is not null)
        {
            Signs("wakeups later\n" + Host + Listening + Connection + lines)[5..].ShouldBe(signs);
        }
    }

    [Fact]
    public void A_call_that_must_sleep_does_not_return() =>
        Signs(Host + Listening.Replace("(3 <unfinished ...>", "(3) = 4", StringComparison.Ordinal)).ShouldBe("++++-");

    [Fact]
    public void A_call_that_returns_does_not_sleep() =>
        Signs(Host + Listening.Replace("[2] accept", Connection + "[2] accept", StringComparison.Ordinal))
            .ShouldBe("+++++-");

    [Fact]
    public void What_is_not_stated_may_be_asleep() =>
        Signs(Host + Listening.Replace(" <unfinished ...>", ")", StringComparison.Ordinal) + "[2] getuid() = -1 ESRCH")
            .ShouldBe("++++.+");

    [Fact]
    public void Outside_hosts_wake_sleepers_although_the_log_does_not_tell() =>
        Signs("wakeups later\n" + Host + Listening + "[2] <... accept resumed>) = 4 from 192.0.2.9:9\n", Unknowns.Hosts)
            .ShouldBe("++++++");
}
