using Shouldly;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>The goal about receivers of datagrams reports those that no rule allows.</summary>
[Trait("Requirement", "S11")]
public sealed class ReceiverGoalTests
{
    /// <summary>
    /// Descriptors 3 and 4 share port 53 on every address, 5 is without a port; process 2 in prison 10.0.0.2 has its 3
    /// at port 53.
    /// </summary>
    private static readonly State Start = new SpecDriver().Allows("""
        [1] fork() = 2
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 4
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] setsockopt(3, SO_REUSEPORT, 1) = 0
        [1] setsockopt(4, SO_REUSEPORT, 1) = 0
        [1] bind(3, 0.0.0.0:53) = 0
        [1] bind(4, 0.0.0.0:53) = 0
        [2] jail("/", "a", 10.0.0.2) = 0
        [2] socket(AF_INET, SOCK_DGRAM, 0) = 3
        [2] bind(3, 10.0.0.2:53) = 0
        """).State;

    [Theory]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4 received by [1]3""", null)]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]4 received by [1]4""", "twice")]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.255:54, "a") = 0 received by [1]4""", "at 0.0.0.0:53")]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]4""", null)]
    [InlineData(
        """[wire] udp(10.0.0.9:9, 10.0.0.1:53, "a") = 0 received by [1]4 received by [1]3""", "as another one does")]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [2]3""", null)]
    [InlineData("""[wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [1]9""", "and has no socket there")]
    [InlineData("""[1] sendto(5, "a", 224.0.0.1:53) = 1 received by [1]4 received by [1]3""", null)]
    [InlineData("""[1] sendto(5, "a", 224.0.0.1:54) = 1 received by [1]4""", "at 0.0.0.0:53")]
    [InlineData("""[1] sendto(3, "a", 224.0.0.1:2000) = 1 received by [1]5""", "at 0.0.0.0:0")]
    [InlineData("""[1] write(3, "a") = 1 sent 10.0.0.1:53 > 224.0.0.1:54 received by [1]4""", "at 0.0.0.0:53")]
    [InlineData(
        """[1] sendto(5, "a", 224.0.0.1:2000) = 1 sent 10.0.0.1:2000 > 224.0.0.1:2000 received by [1]5""", null)]
    [InlineData(
        """[1] sendto(5, "a", 224.0.0.1:2001) = 1 sent 10.0.0.1:2000 > 224.0.0.1:2001 received by [1]5""",
        "at 0.0.0.0:0")]
    public void Receivers(string line, string? broken)
    {
        string? found = Check(Start, line);

        (found is null).ShouldBe(broken is null, found);
        found?.ShouldEndWith(broken!);
    }

    /// <summary>A process outside may hold a socket of a prison.</summary>
    [Fact]
    [Trait("Requirement", "G1")]
    public void A_socket_of_a_prison_receives_nothing_that_is_for_many()
    {
        State outside = Start with { Processes = [.. Start.Processes.Select(one => one with { Prison = null })] };
        State wide = outside with
        {
            Sockets = [.. outside.Sockets.Select(one => one with { Local = one.Local with { Address = default } })],
        };

        Check(wide, """[wire] udp(10.0.0.9:9, 10.0.0.255:53, "a") = 0 received by [2]3""")
            .ShouldNotBeNull().ShouldEndWith("in a prison");
        Check(wide, """[wire] udp(10.0.0.9:9, 10.0.0.2:53, "a") = 0 received by [2]3""").ShouldBeNull();
    }

    private static string? Check(State state, string line)
    {
        Step step = TraceReader.Read(line + "\n", "line").Steps.ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        return SafetyGoals.Check(state, step.Call, in outcome);
    }
}
