using Shouldly;
using Verify.Implementation;
using Verify.Proofs;
using Verify.Properties.Campaigns;
using Verify.Properties.Generation.Context;
using Verify.Properties.Reference;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Input;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Checks;

/// <summary>Only what a filter names is run, and what it leaves out is named.</summary>
public sealed class CheckPlanTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Fact]
    public void Without_a_filter_all_is_run_campaign_first_and_proofs_last()
    {
        CheckPlan plan = Plan(new CheckFilter([], null, [], []));

        plan.Checks.Select(check => check.GetType()).ShouldBe(
        [
            typeof(CampaignCheck), typeof(WorldsCheck), typeof(NoninterferenceCheck), typeof(CorpusCheck),
            typeof(FactsCheck), typeof(ProofsCheck),
        ]);
        plan.LeftOut.ShouldBeNull();
        plan.Proofs.ShouldBe(ProofCatalogue.All.Count);
    }

    [Fact]
    public void Earlier_findings_come_first_of_all()
    {
        Directory.CreateDirectory(Path.Combine(runner.Directory, "findings", "earlier"));
        runner.Write("findings/earlier/goal-1.trace", "if lo0 127.0.0.1/8\n");

        CheckPlan plan = Plan(new CheckFilter([], null, [], []), mutant: "earlier");

        plan.Checks[0].ShouldBeOfType<EarlierFindingsCheck>();
        plan.Checks.Count.ShouldBe(7);
    }

    [Fact]
    public void A_world_is_the_only_one_explored()
    {
        CheckPlan plan = Plan(new CheckFilter(["prison-udp"], null, [], []));

        plan.Checks.ShouldHaveSingleItem().Title.ShouldBe("exploring prison-udp");
        int others = WorldFolder.Load(runner.Context().Repository.Worlds).Length - 1;
        plan.LeftOut.ShouldNotBeNull().ShouldStartWith(
            $"Left out: generated calls, {others} of {others + 1} small worlds, pairs of runs, traces of the corpus, ");
        plan.LeftOut.ShouldEndWith(", proofs.");
    }

    [Fact]
    public void A_theme_is_what_the_calls_are_about() =>
        Plan(new CheckFilter([], Theme.Files, [], [])).Checks.ShouldHaveSingleItem().Title
            .ShouldBe("generating calls about files, seed 1");

    [Theory]
    [InlineData("PrisonAddressProofs.LocalIsPrisonAddress", "proving 1 claim")]
    [InlineData("PrisonAddressProofs", "proving 4 claims")]
    public void A_proof_or_a_class_is_all_that_is_proved(string name, string title)
    {
        CheckPlan plan = Plan(new CheckFilter([], null, [name], []));
        plan.Checks.ShouldHaveSingleItem().Title.ShouldBe(title);
        plan.LeftOut.ShouldNotBeNull().ShouldContain($"{ProofCatalogue.All.Count - plan.Proofs} of ");
    }

    [Fact]
    public void A_requirement_means_its_worlds_its_traces_and_its_proofs()
    {
        CheckPlan plan = Plan(new CheckFilter([], null, [], ["J2"]));

        plan.Checks.Select(check => check.GetType())
            .ShouldBe([typeof(WorldsCheck), typeof(CorpusCheck), typeof(ProofsCheck)]);
        plan.Proofs.ShouldBe(ProofCatalogue.All.Count(proof => proof.Requirement == "J2"));
        plan.LeftOut.ShouldNotBeNull().ShouldMatch(
            @"\ALeft out: generated calls, \d+ of \d+ small worlds, pairs of runs, \d+ of \d+ traces of the corpus, ");
    }

    [Fact]
    public void The_goal_of_noninterference_means_its_pairs_too() =>
        Plan(new CheckFilter([], null, [], ["G4"])).Checks
            .ShouldContain(check => check.GetType() == typeof(NoninterferenceCheck));

    [Fact]
    public void What_any_filter_names_is_run() =>
        Plan(new CheckFilter(["prison-udp", "ports-low"], null, ["ReservedPortProofs"], [])).Checks
            .Select(check => check.Title).ShouldBe(["exploring 2 small worlds", "proving 1 claim"]);

    private CheckPlan Plan(CheckFilter filter, string? mutant = null) => new(
        runner.Context(),
        new SystemUnderTest(world => new Machine(world), Image: null, mutant),
        new FindingsFolder(runner.Directory, mutant),
        new CampaignOptions { Calls = 1 },
        filter);
}
