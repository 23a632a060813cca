using Shouldly;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>
/// What is received: descriptors 3 and 4 are a pair, 5 has an address, and 6 is a directory. Process 2 is in a prison.
/// </summary>
public sealed class PassingGoalTests
{
    private const string Start = """
        [1] socketpair(AF_LOCAL, SOCK_DGRAM, 0) = [3, 4]
        [1] socket(AF_INET, SOCK_DGRAM, 0) = 5
        [1] bind(5, 10.0.0.1:53) = 0
        [1] open("/", O_RDONLY, 00) = 6
        [1] fork() = 2
        [2] close(5) = 0
        [2] jail("/", "a", 10.0.0.2) = 0

        """;

    [Theory]
    [Trait("Requirement", "S9")]
    [InlineData("3 6", "5 7", null)]
    [InlineData("3 6", "5", "S9: process 2 receives 1 of 2 descriptors")]
    [InlineData("3", "5 7", "S9: process 2 receives descriptor 7, which is not what was sent")]
    [InlineData("3 6", "7 5", "S9: process 2 receives descriptor 7, which is not what was sent")]
    [InlineData("3", "6", "S9: process 2 receives descriptor 6, which is not what was sent")]
    public void Descriptors_arrive_as_they_were_sent(string sent, string reported, string? broken) =>
        Received(sent, "3 6", reported).ShouldBe(broken);

    [Fact]
    [Trait("Requirement", "G1")]
    public void A_socket_with_an_address_stays_on_its_side()
    {
        State before = After("[1] sendmsg(3, [\"x\"], control [SCM_RIGHTS 5]) = 1\n");
        Process receiver = before.FindProcess(2).ShouldNotBeNull();
        Process with = receiver with { Files = receiver.Files.SetItem(5, before.Processes[0].Files[5]) };
        State after = before with { Processes = before.Processes.Replace(receiver, with) };

        Checked(before, "5", after).ShouldBe("G1: process 2 receives a socket of another prison");
    }

    /// <summary>What is said of a state in which more was sent than the goal knows of.</summary>
    private static string? Received(string sent, string arrived, string reported)
    {
        State before = After($"[1] sendmsg(3, [\"x\"], control [SCM_RIGHTS {sent}]) = 1\n");
        State other = After($"""
            [1] sendmsg(3, ["x"], control [SCM_RIGHTS {arrived}]) = 1
            [2] recvmsg(4, [1], 64) = "x" control [SCM_RIGHTS 5 7]

            """);
        return Checked(before, reported, other);
    }

    private static string? Checked(State before, string reported, State after)
    {
        Step step = TraceReader
            .Read($"[2] recvmsg(4, [1], 64) = \"x\" control [SCM_RIGHTS {reported}]\n", "line").Steps
            .ShouldHaveSingleItem();
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;
        return SafetyGoals.Check(before, step.Call, in outcome, after);
    }

    private static State After(string last) => new SpecDriver(SpecDriver.Host).Allows(Start + last).State;
}
