using Shouldly;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Verify.Properties.Tests.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

/// <summary>With the same change, model and implementation agree, and only a goal is violated.</summary>
public sealed class MutantOfBothTests
{
    public static TheoryData<string> All =>
        [.. CompiledMutants.All.Where(mutant => mutant.ModelEdit is not null).Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_goal_that_the_mutant_names_is_violated(string name)
    {
        Mutant mutant = CompiledMutants.Of(name);
        CompiledMutant compiled = CompiledMutants.Compile(name);
        Detection? caught = mutant.CaughtBy.Campaign
            ? MutantDetector.InCampaign(compiled, new DetectionOptions())
            : MutantDetector.InWorlds(
                compiled, MutantDetector.WorldsOf(mutant, KeptWorlds.All), new DetectionOptions());

        Finding finding = caught.ShouldNotBeNull().Finding;
        finding.Kind.ShouldBe(FindingKind.Goal);
        mutant.Requirements.ShouldContain(finding.Headline);
    }

    [Fact]
    public void An_exception_of_the_model_is_a_finding_like_one_of_the_implementation()
    {
        var mutant = new Mutant(
            "m", "A mutant of a test: the model throws at fork(2).", ["G7"], new Engines(true, [], []),
            new SourceEdit("Machine.cs", "public sealed class Machine", "public sealed class Machine"),
            new SourceEdit(
                "Rules/Processes/ProcessRules.cs",
                "state.World.Tunables.MaxProcesses", "state.FindProcess(0)!.Pid"));
        using CompiledMutant compiled = CompiledMutants.Compiler.Compile(mutant);

        Detection? caught = MutantDetector.InCampaign(compiled, new DetectionOptions());

        Finding finding = caught.ShouldNotBeNull().Finding;
        finding.Kind.ShouldBe(FindingKind.Crash);
        finding.Headline.ShouldBe("specification: NullReferenceException");
        finding.Trace.Steps.ShouldHaveSingleItem();
    }
}
