using Shouldly;
using Verify.Properties.Mutants;
using Verify.Properties.Tests.Worlds;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Mutants;

public sealed class MutantHuntTests
{
    public static TheoryData<string> OfCampaign =>
        [.. Catalogue.All.Where(mutant => mutant.CaughtBy.Campaign).Select(mutant => mutant.Name)];

    public static TheoryData<string> OfWorlds =>
        [.. Catalogue.All.Where(mutant => mutant.CaughtBy.Worlds.Length > 0).Select(mutant => mutant.Name)];

    [Fact]
    public void Every_mutant_has_an_engine_that_must_catch_it() =>
        Catalogue.All.ShouldAllBe(mutant => mutant.CaughtBy.Campaign || mutant.CaughtBy.Worlds.Length > 0);

    [Theory]
    [MemberData(nameof(OfCampaign))]
    public void The_campaign_catches(string name)
    {
        long? calls = MutantHunt.CallsUntilCaught(Catalogue.Compile(name), new HuntOptions());

        calls.ShouldNotBeNull().ShouldBeLessThan(new HuntOptions().Calls);
    }

    [Theory]
    [MemberData(nameof(OfWorlds))]
    public void The_small_world_catches(string name) =>
        WorldsOf(name).ShouldAllBe(
            world => MutantHunt.InWorlds(Catalogue.Compile(name), new[] { world }, new HuntOptions()) != null);

    [Fact]
    public void A_world_that_does_not_exist_is_an_error_that_names_the_mutant()
    {
        Mutant mutant = Catalogue.Of("reserved-1024") with { CaughtBy = new Engines(false, ["ports-ip"], []) };
        Action find = () => MutantHunt.WorldsOf(mutant, KeptWorlds.All);

        find.ShouldThrow<MutantException>()
            .Message.ShouldBe("reserved-1024.mutant: caught by: no small world is named ports-ip");
    }

    [Fact]
    public void Each_seed_is_another_campaign_and_gives_the_same_on_any_number_of_threads()
    {
        CompiledMutant mutant = Catalogue.Compile("reserved-1024");
        Catch? first = MutantHunt.InCampaign(mutant, new HuntOptions());

        SeedCatches one = MutantHunt.UnderSeeds(mutant, first, seeds: 3, new HuntOptions { Threads = 1 });
        SeedCatches two = MutantHunt.UnderSeeds(mutant, first, seeds: 3, new HuntOptions { Threads = 2 });

        one.Calls.ShouldBe(two.Calls);
        one.Calls[0].ShouldBe(first!.Calls);
        one.Calls.Distinct().Count().ShouldBe(3);
        one.ToString().ShouldBe("3 of 3 seeds");
    }

    [Fact]
    public void A_seed_that_does_not_catch_it_counts_as_none()
    {
        CompiledMutant mutant = Catalogue.Compile("local-use-oldest-first");

        SeedCatches seen = MutantHunt.UnderSeeds(mutant, first: null, seeds: 2, new HuntOptions { Calls = 1 });

        seen.Caught.ShouldBe(0);
        seen.Slowest.ShouldBe(long.MaxValue);
    }

    [Fact]
    public void What_is_caught_does_not_depend_on_the_number_of_threads()
    {
        CompiledMutant mutant = Catalogue.Compile("range-gives-up-early");

        Catch? one = MutantHunt.InWorlds(mutant, WorldsOf(mutant.Mutant.Name), new HuntOptions { Threads = 1 });
        Catch? two = MutantHunt.InWorlds(mutant, WorldsOf(mutant.Mutant.Name), new HuntOptions { Threads = 2 });

        one.ShouldNotBeNull().ShouldBe(two);
    }

    private static IReadOnlyList<SmallWorld> WorldsOf(string mutant) =>
        MutantHunt.WorldsOf(Catalogue.Of(mutant), KeptWorlds.All);
}
