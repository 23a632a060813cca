using Shouldly;
using Xunit;

namespace Verify.Properties.Tests.Documents;

/// <summary>Pages refer only to what exists, and README.md names every page.</summary>
public sealed class DocumentTests
{
    private static readonly DeadReferences Dead = DeadReferences.OfRepository();

    /// <summary>A repository of a few files, for planted references.</summary>
    private static readonly DeadReferences DeadInSmall = new(
        new HashSet<string>
        {
            "docs", "docs/a.md", "Abi", "Abi/Text", "Abi/Text/Header.cs", "Tests/RuleTests.cs", "README.md",
        },
        _ => "public void Ids_are_unique() =>");

    public static TheoryData<string> Names => [.. MarkdownPage.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_reference_of_a_page_exists(string name) =>
        Dead.In(MarkdownPage.All.Single(page => page.Name == name)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void README_names_every_page(string name) =>
        (name == "README.md" || MarkdownPage.All.Single(page => page.Name == "README.md").Text.Contains($"`{name}`"))
            .ShouldBeTrue();

    [Theory]
    [InlineData("See [b](b.md).", "b.md")]
    [InlineData("See [b](../docs/b.md#part).", "../docs/b.md#part")]
    [InlineData("See `docs/b.md`.", "docs/b.md")]
    [InlineData("See `b.md`.", "b.md")]
    [InlineData("See `Abi/Txt/`.", "Abi/Txt/")]
    [InlineData("See `Abi/Text/*.trace`.", "Abi/Text/*.trace")]
    [InlineData("See `Txt/Header.cs`.", "Txt/Header.cs")]
    [InlineData("See `RulesTests`.", "RulesTests")]
    [InlineData("See `RuleTests.Ids_are_odd`.", "RuleTests.Ids_are_odd")]
    public void A_dead_reference_is_found(string text, string dead) =>
        DeadInSmall.In(new MarkdownPage("docs/a.md", "# A\n\n" + text)).ShouldBe([$"docs/a.md:3: there is no {dead}"]);

    [Theory]
    [InlineData("See [a](a.md), [this](#part), [it](../README.md) and [that](https://example.org/b.md).")]
    [InlineData("See `docs/a.md`, `a.md`, `Abi/Text/`, `Abi/Text/*.cs`, `Text/Header.cs`, `artifacts/report.md`.")]
    [InlineData("See `kern/kern_jail.c`, `10.0.0.1/24`, `.mutant`, `./verify prove`.")]
    [InlineData("See `RuleTests.Ids_are_unique`, `RuleTests`.")]
    [InlineData("    See `docs/b.md`.")]
    [InlineData("```text\nSee `docs/b.md`.\n```")]
    public void Live_references_and_other_text_are_accepted(string text) =>
        DeadInSmall.In(new MarkdownPage("docs/a.md", text)).ShouldBeEmpty();
}
