using Shouldly;
using Verify.Properties.Mutants;
using Verify.Properties.Tests.Worlds;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

public sealed class MutantDetectorTests
{
    private static readonly DetectionOptions Options = new();

    public static TheoryData<string> OfCampaign =>
        [.. CompiledMutants.All.Where(mutant => mutant.CaughtBy.Campaign).Select(mutant => mutant.Name)];

    public static TheoryData<string> OfWorlds =>
        [.. CompiledMutants.All.Where(mutant => mutant.CaughtBy.Worlds.Length > 0).Select(mutant => mutant.Name)];

    [Fact]
    public void Every_mutant_has_an_engine_that_must_detect_it() =>
        CompiledMutants.All.ShouldAllBe(mutant => mutant.CaughtBy.Campaign || mutant.CaughtBy.Worlds.Length > 0);

    [Theory]
    [MemberData(nameof(OfCampaign))]
    public void The_campaign_detects(string name)
    {
        long? calls = MutantDetector.CallsUntilDetected(CompiledMutants.Compile(name), new DetectionOptions());

        calls.ShouldNotBeNull().ShouldBeLessThan(new DetectionOptions().Calls);
    }

    [Theory]
    [MemberData(nameof(OfWorlds))]
    public void The_small_world_detects(string name) =>
        WorldsOf(name).ShouldAllBe(
            world => MutantDetector.InWorlds(CompiledMutants.Compile(name), new[] { world }, Options) != null);

    [Fact]
    public void A_world_that_does_not_exist_is_an_error_that_names_the_mutant()
    {
        Mutant mutant = CompiledMutants.Of("reserved-1024") with { CaughtBy = new Engines(false, ["ports-ip"], []) };
        Action find = () => MutantDetector.WorldsOf(mutant, KeptWorlds.All);

        find.ShouldThrow<MutantException>()
            .Message.ShouldBe("reserved-1024.mutant: caught by: there is no small world ports-ip");
    }

    [Fact]
    public void Each_seed_is_another_campaign_and_does_not_depend_on_the_number_of_threads()
    {
        CompiledMutant mutant = CompiledMutants.Compile("reserved-1024");
        Detection? first = MutantDetector.InCampaign(mutant, new DetectionOptions());

        SeedDetections one = MutantDetector.UnderSeeds(mutant, first, seeds: 3, new DetectionOptions { Threads = 1 });
        SeedDetections two = MutantDetector.UnderSeeds(mutant, first, seeds: 3, new DetectionOptions { Threads = 2 });

        one.Calls.ShouldBe(two.Calls);
        one.Calls[0].ShouldBe(first!.Calls);
        one.Calls.Distinct().Count().ShouldBe(3);
        one.ToString().ShouldBe("3 of 3 seeds");
    }

    [Fact]
    public void A_seed_without_a_detection_is_counted()
    {
        CompiledMutant mutant = CompiledMutants.Compile("local-use-oldest-first");

        var options = new DetectionOptions { Calls = 1 };
        SeedDetections seen = MutantDetector.UnderSeeds(mutant, first: null, seeds: 2, options);

        seen.Caught.ShouldBe(0);
        seen.Slowest.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void A_detection_does_not_depend_on_the_number_of_threads()
    {
        CompiledMutant mutant = CompiledMutants.Compile("range-gives-up-early");

        Detection? one = InWorlds(threads: 1);
        Detection? two = InWorlds(threads: 2);

        one.ShouldNotBeNull().ShouldBe(two);

        Detection? InWorlds(int threads) => MutantDetector.InWorlds(
            mutant, WorldsOf(mutant.Mutant.Name), new DetectionOptions { Threads = threads });
    }

    private static IReadOnlyList<SmallWorld> WorldsOf(string mutant) =>
        MutantDetector.WorldsOf(CompiledMutants.Of(mutant), KeptWorlds.All);
}
