using Shouldly;
using Verify.Implementation;
using Verify.Model;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

public sealed class ExplorerTests
{
    public static TheoryData<string> Names => SmallWorldTests.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_sequence_of_a_few_calls_is_right(string name)
    {
        SmallWorld world = SmallWorlds.All.Single(world => world.Name == name);

        ExplorationReport report = Explore(world, new ExplorationOptions());

        report.Finding.ShouldBeNull();
        report.Extent.ShouldBeOneOf(Extent.ToDepth, Extent.Closed);
        report.States.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_report_does_not_depend_on_the_number_of_threads()
    {
        SmallWorld world = SmallWorlds.All[0];

        ExplorationReport one = Explore(world, new ExplorationOptions { Depth = 4, Threads = 1 });
        ExplorationReport two = Explore(world, new ExplorationOptions { Depth = 4, Threads = 2 });

        (two with { Rules = one.Rules }).ShouldBe(one);
        Rules.All.ShouldAllBe(info => one.Rules.Of(info.Rule) == two.Rules.Of(info.Rule));
    }

    [Fact]
    public void A_cancelled_exploration_reports_what_it_covered()
    {
        ExplorationReport report = Explorer.Explore(
            SmallWorlds.All[0], world => new Machine(world), new ExplorationOptions(),
            cancellation: new CancellationToken(canceled: true));

        report.Extent.ShouldBe(Extent.Cancelled);
        report.Depth.ShouldBe(0);
        report.Finding.ShouldBeNull();
    }

    private static ExplorationReport Explore(SmallWorld world, ExplorationOptions options) =>
        Explorer.Explore(world, boot => new Machine(boot), options);
}
