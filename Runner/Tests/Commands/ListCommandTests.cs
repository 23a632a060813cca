using Shouldly;
using Verify.Model.Verdicts;
using Verify.Proofs;
using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Properties.Reference;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Runner.Tests.Commands;

public sealed class ListCommandTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    [Fact]
    public void Every_item_is_a_line_that_starts_with_its_name()
    {
        Repository repository = Repository.Around(AppContext.BaseDirectory);
        Names("rules").ShouldBe(RuleCatalogue.All.Select(rule => rule.Id));
        Names("worlds").ShouldBe(WorldFolder.Load(repository.Worlds).Select(world => world.Name));
        Names("proofs").ShouldBe(ProofCatalogue.All.Select(proof => proof.Name));
        Names("mutants").ShouldBe(MutantCatalogue.Load(repository.Mutants).Select(mutant => mutant.Name));
        Names("requirements").ShouldBeSubsetOf(Names("requirements").Order(StringComparer.Ordinal));
        Names("requirements").ShouldContain("J10");
        Names("dialects").ShouldBe(["freebsd-4.0", "any-order", "any-port"]);
    }

    [Fact]
    public void Only_lines_with_every_text_are_listed()
    {
        string[] both = Names("mutants", "SENDTO", "g1");
        both.ShouldContain("sendto-restores-any");
        both.ShouldBe(Names("mutants", "sendto").Intersect(Names("mutants", "G1")));
        both.Length.ShouldBeLessThan(Names("mutants", "G1").Length);
    }

    [Fact]
    public void A_text_that_is_in_no_line_is_an_error_of_one_line()
    {
        Ran ran = runner.Run("list", "rules", "no", "such rule");
        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.Error.ShouldMatch(@"\Ano such rule: not in any of \d+ rules \(\./verify list rules lists them\)\n\z");
    }

    private string[] Names(params string[] arguments)
    {
        Ran ran = runner.Run(["list", .. arguments]);
        (ran.ExitCode, ran.Error).ShouldBe((0, ""));
        return [.. ran.Output.TrimEnd('\n').Split('\n').Select(line => line.Split(' ')[0])];
    }
}
