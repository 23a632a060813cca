using Shouldly;
using Verify.Properties;
using Verify.Properties.Reference;
using Xunit;

namespace Verify.Runner.Tests.Documents;

/// <summary>docs/output.md describes every command, option and row.</summary>
public sealed class OutputPageTests(RunnerFixture runner) : IClassFixture<RunnerFixture>
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "docs", "output.md"));

    [Fact]
    public void Every_command_has_a_heading() => CommandLine.Root(runner.Context()).Subcommands
        .Select(command => command.Name)
        .Where(name => !Page.Split('\n').Any(line => line.StartsWith('#') && line.Split(' ', ',').Contains(name)))
        .ShouldBeEmpty();

    [Fact]
    public void Every_option_of_check_is_described() => CommandLine.Root(runner.Context()).Subcommands
        .Single(command => command.Name == "check").Options
        .Select(option => option.Name)
        .Where(name => !Page.Contains($"`{name}", StringComparison.Ordinal))
        .ShouldBeEmpty();

    [Fact]
    public void Every_row_of_the_table_is_described()
    {
        Ran ran = runner.Run("check", "--proof", "ReservedPortProofs");
        ran.ExitCode.ShouldBe(0);
        string[] rows =
        [
            .. ran.Output.Split('\n')
                .SkipWhile(line => !line.StartsWith("earlier findings", StringComparison.Ordinal))
                .TakeWhile(line => !line.StartsWith("Left out", StringComparison.Ordinal))
                .Select(line => line.Split("  ")[0]),
        ];
        rows.Length.ShouldBe(13);
        rows.Where(row => !Page.Contains($"| `{row}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
