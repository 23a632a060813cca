using Shouldly;
using Verify.Model.Dialects;
using Verify.Properties;
using Xunit;

namespace Verify.Model.Tests.Dialects;

/// <summary>The table of docs/dialects.md has every difference of every dialect, and nothing else.</summary>
public sealed class DialectPageTests
{
    [Fact]
    public void The_table_is_that_of_the_code()
    {
        string page = Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "docs", "dialects.md");

        File.ReadLines(page).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldBe(
            from dialect in Dialect.All
            from difference in dialect.Differences
            select $"| `{dialect.Name}` | {string.Join(", ", difference.Loosened)} | {difference.Text}"
                + $" | {difference.Source} |");
    }

    [Theory]
    [InlineData("any-port,any-order", null)]
    [InlineData("any-port", null)]
    [InlineData("any-port,any", "any")]
    [InlineData("", "")]
    public void Dialects_are_found_by_one_name_or_several(string names, string? unknown)
    {
        Dialect? dialect = Dialect.Find(names, out string? first);

        first.ShouldBe(unknown);
        (dialect is null).ShouldBe(unknown is not null);
        dialect?.LeavesPortsOpen.ShouldBeTrue();
        dialect?.LeavesOrderOpen.ShouldBe(names.Contains("any-order", StringComparison.Ordinal));
    }
}
