using Shouldly;
using Verify.Properties.Mutants;
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
        Catch? caught = MutantHunt.InCampaign(Catalogue.Compile(name), new HuntOptions());

        caught.ShouldNotBeNull();
        caught.Calls.ShouldBeLessThan(new HuntOptions().Calls);
    }

    [Theory]
    [MemberData(nameof(OfWorlds))]
    public void The_small_world_catches(string name) =>
        Catalogue.Of(name).CaughtBy.Worlds.ShouldAllBe(
            world => MutantHunt.InWorlds(Catalogue.Compile(name), new[] { world }, new HuntOptions()) != null);

    [Fact]
    public void What_is_caught_does_not_depend_on_the_number_of_threads()
    {
        CompiledMutant mutant = Catalogue.Compile("range-gives-up-early");

        Catch? one = MutantHunt.InWorlds(mutant, mutant.Mutant.CaughtBy.Worlds, new HuntOptions { Threads = 1 });
        Catch? two = MutantHunt.InWorlds(mutant, mutant.Mutant.CaughtBy.Worlds, new HuntOptions { Threads = 2 });

        one.ShouldNotBeNull().ShouldBe(two);
    }
}
