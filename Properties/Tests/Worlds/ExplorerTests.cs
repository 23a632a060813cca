using Shouldly;
using Verify.Implementation;
using Verify.Model.Verdicts;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

public sealed class ExplorerTests
{
    public static TheoryData<string> Names => WorldFolderTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sequence_of_a_few_calls_is_right(string name)
    {
        ExplorationReport report = ExploredWorlds.ReportOf(KeptWorlds.Of(name));

        report.Finding.ShouldBeNull();
        report.End.ShouldBeOneOf(ExplorationEnd.DepthReached, ExplorationEnd.Exhausted);
        report.Transitions.ShouldBeGreaterThan(report.States);
    }

    [Fact]
    public void All_worlds_together_use_every_rule()
    {
        RuleCounts counts = ExploredWorlds.Counts;

        RuleCatalogue.All.Where(rule => counts.Of(rule) == 0).Select(rule => rule.Id).ShouldBeEmpty();
    }

    [Fact]
    public void The_report_does_not_depend_on_the_number_of_threads()
    {
        SmallWorld world = KeptWorlds.Of("ports-up");

        ExplorationReport one = Explore(world, new ExplorationOptions { Depth = 4, Threads = 1 });
        ExplorationReport two = Explore(world, new ExplorationOptions { Depth = 4, Threads = 2 });

        (two with { Rules = one.Rules }).ShouldBe(one);
        RuleCatalogue.All.ShouldAllBe(rule => one.Rules.Of(rule) == two.Rules.Of(rule));
    }

    [Fact]
    public void A_world_with_few_states_closes()
    {
        SmallWorld world = KeptWorlds.Of("sysctl-clamps");

        ExplorationReport report = Explore(world, new ExplorationOptions { Depth = 100 });

        report.End.ShouldBe(ExplorationEnd.Exhausted);
        report.Depth.ShouldBeLessThan(100);
        report.Transitions.ShouldBe((long)report.States * world.Alphabet.Length);
    }

    [Fact]
    public void Deeper_finds_more_states()
    {
        int[] states = [.. Enumerable.Range(0, 4).Select(depth =>
            Explore(KeptWorlds.Of("ports-up"), new ExplorationOptions { Depth = depth }).States)];

        states[0].ShouldBe(1);
        states.ShouldBeInOrder(SortDirection.Ascending);
        states.ShouldBeUnique();
    }

    [Fact]
    public void A_cancelled_exploration_reports_what_it_covered()
    {
        ExplorationReport report = Explorer.Explore(
            KeptWorlds.Of("ports-up"), world => new Machine(world), new ExplorationOptions(),
            cancellation: new CancellationToken(canceled: true));

        report.End.ShouldBe(ExplorationEnd.Cancelled);
        report.Depth.ShouldBe(0);
        report.Finding.ShouldBeNull();
    }

    private static ExplorationReport Explore(SmallWorld world, ExplorationOptions options) =>
        Explorer.Explore(world, boot => new Machine(boot), options);
}
