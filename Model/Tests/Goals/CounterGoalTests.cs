using Shouldly;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>The goal about counters reports what no datagram can have counted.</summary>
[Trait("Requirement", "S11")]
public sealed class CounterGoalTests
{
    private const string Arrives = "[wire] udp(10.0.0.9:9, 10.0.0.1:53, \"a\") = 0 received by [1]3";
    private const string Leaves = "[1] sendto(3, \"a\", 10.0.0.9:9) = 1 sent 10.0.0.1:53 > 10.0.0.9:9";

    private static readonly State Start = new SpecDriver().Allows("""
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] bind(3, 10.0.0.1:53) = 0
        """).State;

    [Theory]
    [InlineData(Arrives, 1, 0, 0, null)]
    [InlineData(Arrives, 0, 0, 0, "with 1 receivers counts ")]
    [InlineData(Arrives, 1, 1, 0, "with 1 receivers counts ipackets 1, noport 1")]
    [InlineData(Arrives, 2, 0, 0, "one datagram counts ipackets 2")]
    [InlineData(Leaves, 0, 0, 1, null)]
    [InlineData(Leaves, 0, 0, 0, "is not counted")]
    [InlineData("[1] close(3) = 0", 0, 0, 1, "is no datagram and counts opackets 1")]
    public void Counted(string line, uint arrived, uint unmatched, uint left, string? broken)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        State after = Start with
        {
            Udp = new UdpCounters { Arrived = arrived, Unmatched = unmatched, Left = left },
        };

        string? found = SafetyGoals.Check(Start, step.Call, in outcome, after);

        (found is null).ShouldBe(broken is null, found);
        found?.ShouldEndWith(broken!);
    }
}
