using Shouldly;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Verify.Properties.Tests.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

/// <summary>A change made in model and implementation alike leaves them agreeing; only a goal shows it.</summary>
public sealed class MutantOfBothTests
{
    public static TheoryData<string> All =>
        [.. CompiledMutants.All.Where(mutant => mutant.ModelEdit is not null).Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(All))]
    public void A_goal_that_the_mutant_names_is_broken(string name)
    {
        Mutant mutant = CompiledMutants.Of(name);
        CompiledMutant compiled = CompiledMutants.Compile(name);
        Detection? caught = mutant.CaughtBy.Campaign
            ? MutantDetector.InCampaign(compiled, new DetectionOptions { Calls = 1_000_000 })
            : MutantDetector.InWorlds(compiled, MutantDetector.WorldsOf(mutant, KeptWorlds.All), new DetectionOptions());

        Finding finding = caught.ShouldNotBeNull().Finding;
        finding.Kind.ShouldBe(FindingKind.Goal);
        mutant.Requirements.ShouldContain(finding.Headline);
    }

    [Fact]
    public void An_exception_of_the_model_is_a_finding_like_one_of_the_implementation()
    {
        var mutant = new Mutant(
            "m", "A test's own: the model has no answer to fork.", ["G7"], new Engines(true, [], []),
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
