using Shouldly;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>The goal about receivers of raw packets reports those that no rule allows.</summary>
[Trait("Requirement", "S11")]
public sealed class RawReceiverGoalTests
{
    private static readonly State Start = new SpecDriver().Allows("""
        [1] socket(AF_INET, SOCK_RAW, 253) = 3
        [1] socket(AF_INET, SOCK_RAW, 0) = 4
        [1] socket(AF_INET, SOCK_RAW, 0) = 5
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 6
        [1] bind(4, 10.0.0.2:0) = 0
        [1] connect(5, 10.0.0.9:0) = 0
        """).State;

    [Theory]
    [InlineData("[wire] ip(10.0.0.9, 10.0.0.1, 253, \"a\") = 0 received by [1]5 received by [1]3", null)]
    [InlineData("[wire] ip(10.0.0.9, 10.0.0.1, 252, \"a\") = 0 received by [1]3", "and wants protocol 253")]
    [InlineData("[wire] ip(10.0.0.9, 10.0.0.1, 253, \"a\") = 0 received by [1]3 received by [1]3", "twice")]
    [InlineData("[wire] ip(10.0.0.9, 10.0.0.1, 253, \"a\") = 0 received by [1]4", "at 10.0.0.2")]
    [InlineData("[wire] ip(10.0.0.8, 10.0.0.1, 253, \"a\") = 0 received by [1]5", "connected to 10.0.0.9")]
    [InlineData("[wire] ip(10.0.0.9, 10.0.0.1, 253, \"a\") = 0 received by [1]6", "without a raw socket")]
    [InlineData("[wire] ip(10.0.0.1, 10.0.0.2, 253, \"a\") = 0 received by [1]3", "which is this host")]
    [InlineData("[1] sendto(3, \"a\", 10.0.0.2:0) = 1 sent 10.0.0.2 > 10.0.0.2 protocol 253 received by [1]4", null)]
    [InlineData(
        "[1] sendto(4, \"a\", 10.0.0.2:0) = 1 sent 10.0.0.2 > 10.0.0.2 protocol 17 received by [1]4",
        "which is the host's own protocol")]
    public void Receivers(string line, string? broken)
    {
        string? found = Check(Start, line);

        (found is null).ShouldBe(broken is null, found);
        found?.ShouldEndWith(broken!);
    }

    [Fact]
    [Trait("Requirement", "G1")]
    public void No_prison_has_raw_sockets()
    {
        State inside = Start with
        {
            Sockets =
            [
                .. Start.Sockets.Select(one => one with { Prison = new Prison(1, one.Local.Address, "a", default) }),
            ],
        };

        Check(inside, "[wire] ip(10.0.0.9, 10.0.0.1, 253, \"a\") = 0 received by [1]3")
            .ShouldNotBeNull().ShouldEndWith("in a prison");
    }

    [Fact]
    [Trait("Requirement", "G3")]
    public void A_port_of_a_raw_socket_needs_no_privilege()
    {
        State user = new SpecDriver().Allows("""
            [1] socket(AF_INET, SOCK_RAW, 253) = 3
            [1] setuid(5) = 0
            """).State;

        Check(user, "[1] bind(3, 0.0.0.0:53) = 0").ShouldBeNull();
    }

    private static string? Check(State state, string line)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        return SafetyGoals.Check(state, step.Call, in outcome);
    }
}
