using Shouldly;
using Verify.Implementation;
using Verify.Properties.Tests.Documents;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Worlds;

/// <summary>docs/worlds.md against the reader: a world, one of its lines, and what that line expands to.</summary>
public sealed class WorldPageTests
{
    private static readonly string[] Blocks =
    [
        .. MarkdownPage.All.Single(page => page.Name == "docs/worlds.md").IndentedBlocks.Select(block => block.Text),
    ];

    private static readonly SmallWorld Example =
        WorldFolder.Read(string.Join('\n', Blocks.Take(ExampleBlocks)), "example.world");

    /// <summary>Empty lines divide the example into blocks: head, list, start, calls.</summary>
    private const int ExampleBlocks = 4;

    [Fact]
    public void The_example_is_explored_without_a_finding()
    {
        ExplorationReport report =
            Explorer.Explore(Example, world => new Machine(world), new ExplorationOptions { Depth = 2 });

        report.Finding.ShouldBeNull();
        report.States.ShouldBeGreaterThan(1);
        var machine = new Machine(Example.Start.World);
        Example.Start.Steps.ShouldAllBe(step => machine.Execute(step.Call).Succeeded);
    }

    [Fact]
    public void The_line_expands_to_what_the_page_shows()
    {
        string line = Blocks[ExampleBlocks].Trim();
        string[] shown = [.. Blocks[ExampleBlocks + 1].Split('\n').Select(call => call.Trim())];

        Blocks[ExampleBlocks - 1].ShouldContain(line);
        Example.Alphabet.Take(shown.Length).Select(call => TraceWriter.Line(call, stated: null)).ShouldBe(shown);
        Blocks.Length.ShouldBe(ExampleBlocks + 2);
    }
}
