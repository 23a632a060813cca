using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Properties.Reference;
using Verify.Runner.Mutation;
using Xunit;

namespace Verify.Runner.Tests.Mutation;

public sealed class SlowestMutantsTests
{
    private static readonly Mutant Any =
        MutantCatalogue.Load(Repository.Around(AppContext.BaseDirectory).Mutants)[0];

    [Fact]
    public void Mutants_that_a_seed_misses_come_first_then_the_slow_ones() =>
        SlowestMutants.Rows([Result("quick", 10, 30), Result("missed", 5, null), Result("slow", 2_000, 20)])
            .ShouldBe([["missed", "1/2", "5", ""], ["slow", "2/2", "2,000", ""], ["quick", "2/2", "30", ""]]);

    [Fact]
    public void At_most_ten_are_listed() =>
        SlowestMutants.Rows(Enumerable.Range(0, 12).Select(calls => Result($"m{calls:d2}", calls)))
            .Select(row => row[0])
            .ShouldBe(["m11", "m10", "m09", "m08", "m07", "m06", "m05", "m04", "m03", "m02"]);

    [Fact]
    public void A_mutant_that_no_campaign_catches_has_no_calls() =>
        SlowestMutants.Rows([Result("never", null, null)]).ShouldBe([["never", "0/2", "-", ""]]);

    private static MutationResult Result(string name, params long?[] calls) =>
        new(Any with { Name = name }, [], [], new SeedDetections([.. calls]), []);
}
