using Shouldly;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Tests.Mutants;
using Xunit;

namespace Verify.Properties.Tests.Documents;

/// <summary>docs/tutorial.md shows what its commands print: a trace, its outcomes, and the fault of a mutant.</summary>
public sealed class TutorialTests
{
    private static readonly string[][] Blocks =
    [
        .. MarkdownPage.All.Single(page => page.Name == "docs/tutorial.md").IndentedBlocks
            .Select(block => block.Text.Split('\n').Select(line => line.Trim()).ToArray()),
    ];

    private static readonly Trace Question = TraceReader.Read(string.Join('\n', Blocks[0]), "question.trace");

    [Fact]
    public void The_outcomes_are_those_of_model_and_kernel()
    {
        Replay replay = Of(world => new Machine(world));

        replay.Fault.ShouldBeNull();
        Blocks[1].ShouldBeSubsetOf(LinesOf(replay));
    }

    [Fact]
    public void The_mutant_has_the_fault_shown()
    {
        Replay replay = Of(CompiledMutants.Compile("sendto-restores-any").Boot);

        Blocks[2].ShouldBe([LinesOf(replay)[^1], $"# ^ {replay.Fault!.Kind}: {replay.Fault.Message}"]);
    }

    private static Replay Of(SystemFactory boot) =>
        Replay.Of(Question.World, [.. Question.Steps.Select(step => step.Call)], boot, new RuleCounts());

    private static string[] LinesOf(Replay replay) =>
        [.. replay.Steps.Select(step => TraceWriter.Lines(step.ToStep()))];
}
