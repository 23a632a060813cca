using Shouldly;
using Verify.Abi;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Model.Tests.Rules.Sleeping;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>Who polls beside something that is ready, or sleeps beyond its time, breaks the goal.</summary>
[Trait("Requirement", "R2")]
public sealed class SleepGoalTimeTests
{
    [Theory]
    [InlineData("poll([3 POLLIN], -1 <unfinished ...>", "poll([3 POLLIN], -1)")]
    [InlineData("poll([1 POLLIN, 3 POLLRDNORM], -1 <unfinished ...>", "poll([1 POLLIN, 3 POLLRDNORM], -1)")]
    [InlineData("poll([1 POLLIN, 3 POLLPRI], -1 <unfinished ...>", null)]
    [InlineData("select(4, [3], NULL, NULL, NULL <unfinished ...>", "select(4, [3], NULL, NULL, NULL)")]
    [InlineData("select(3, [3], NULL, NULL, NULL <unfinished ...>", null)]
    [InlineData("select(4, NULL, NULL, [3], NULL <unfinished ...>", null)]
    public void Who_polls_sleeps_beside_nothing_that_is_ready(string call, string? sleeper)
    {
        State before = SleepDriver.AtOnce().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] fork() = 2
            """ + $"\n[2] {call}").State;
        Datagram datagram = new(default, Data.Of("a"));
        State after = before with { Sockets = [before.Sockets[0] with { Inbox = [datagram] }] };

        Check(before, "[1] getuid() = 0", before).ShouldBeNull();
        Check(before, "[1] getuid() = 0", after)
            .ShouldBe(sleeper is null ? null : $"R2: process 2 sleeps in [2] {sleeper}, which could end");
    }

    [Theory]
    [InlineData("poll([], 1 <unfinished ...>", 1)]
    [InlineData("select(0, NULL, NULL, NULL, [0, 1] <unfinished ...>", 1)]
    [InlineData("read(3 <unfinished ...>", 0)]
    public void Nobody_sleeps_beyond_the_tick_at_which_the_time_is_over(string call, int more)
    {
        State before = SleepDriver.AtOnce().Allows("""
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] setsockopt(3, SO_RCVTIMEO, 0, 10000) = 0
            [1] fork() = 2
            """ + $"\n[2] {call}").State;
        int over = (1 + more) * 10_000;

        Check(before, "[wire] idle(1) = 0", before with { Clock = over - 1 }).ShouldBeNull();
        Check(before, "[wire] idle(1) = 0", before with { Clock = over })
            .ShouldBe($"R2: process 2 sleeps in [2] {call.Split(" <")[0]}), whose time is over");
    }

    private static string? Check(State before, string lines, State after)
    {
        Step step = TraceReader.Read(lines + "\n", "lines").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        return SafetyGoals.Check(before, step.Call, in outcome, after);
    }
}
