using Shouldly;
using Verify.Model.Goals;
using Verify.Model.States;
using Xunit;

namespace Verify.Model.Tests.Goals;

/// <summary>A file's group, changed by its owner: 2 is user 5 of the groups 7 and 9.</summary>
public sealed class OwnershipGoalTests
{
    private static readonly State State = new SpecDriver(SpecDriver.Files).Allows("""
        [1] mkdir("/own", 0700) = 0
        [1] chown("/own", 5, 0) = 0
        [1] fork() = 2
        [2] setgroups(7, 9) = 0
        [2] setuid(5) = 0
        """).State;

    private const string Broken =
        "J4: process 2 of user 5 makes of node 9 one of user 5, group 8 with another mode or owner";

    /// <summary>The superuser's call does what the owner may do with its own groups only.</summary>
    [Theory]
    [Trait("Requirement", "J4")]
    [InlineData(7, true)]
    [InlineData(9, true)]
    [InlineData(8, false)]
    public void A_file_goes_into_a_group_of_its_owner(int group, bool holds)
    {
        Step step = TraceReader.Read($"[1] chown(\"/own\", -1, {group}) = 0\n", "line").Steps.ShouldHaveSingleItem();
        var done = (Call.OnPath)step.Call;
        Outcome outcome = step.Stated.ShouldNotBeNull().Least;

        string? broken = SafetyGoals.Check(
            State, done with { Pid = 2 }, in outcome, Spec.Step(State, done, in outcome).Next);

        broken.ShouldBe(holds ? null : Broken);
    }
}
