using Shouldly;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;
using Verify.Properties.Reference;
using Verify.Runner.Traces;
using Xunit;

namespace Verify.Runner.Tests.Documents;

public sealed class ReadmeTests
{
    private const string Mutant = "sendto-restores-any";
    private const string Indent = "    ";

    [Fact]
    public void The_counterexample_is_what_the_mutant_does()
    {
        Repository repository = Repository.Around(AppContext.BaseDirectory);
        string[] block =
        [
            .. File.ReadAllLines(Path.Combine(repository.Root, "README.md"))
                .SkipWhile(line => !line.StartsWith(Indent + "Goal: ", StringComparison.Ordinal))
                .TakeWhile(line => line.Length == 0 || line.StartsWith(Indent, StringComparison.Ordinal))
                .Where(line => line.Length > 0)
                .Select(line => line[Indent.Length..]),
        ];
        Trace trace = TraceReader.Read(string.Join('\n', block[1..]) + "\n", "README.md");
        Mutant mutant = MutantCatalogue.Load(repository.Mutants).Single(m => m.Name == Mutant);
        using CompiledMutant compiled = new MutantCompiler(repository).Compile(mutant);

        ReplayedTrace replay = ReplayedTrace.Of(trace, compiled.Boot, new RuleCounts());

        replay.Misstated.ShouldBe(-1);
        $"{replay.Fault?.Kind}: {replay.Fault?.Message}".ShouldBe(block[0]);
    }
}
