using Shouldly;
using Xunit;

namespace Verify.Properties.Tests.Documents;

/// <summary>The examples of docs/traces.md agree with the reader, the writer and the machine.</summary>
public sealed class TracePageTests
{
    private const string Name = "docs/traces.md";

    private static readonly MarkdownPage Page = MarkdownPage.All.Single(page => page.Name == Name);

    [Fact]
    public void Every_example_agrees_with_reader_writer_and_machine_and_every_call_has_one() =>
        TraceExamples.FaultsOf(Page).ShouldBeEmpty();

    [Theory]
    [InlineData("    [1] frok()", ":1:9: expected a call: fork")]
    [InlineData("Text.\n\n    [1] fork() = 2  # a child\n    [1] close(x)", ":4:15: expected a descriptor")]
    [InlineData("    if lo0 127.0.0.1/8\n    [1] fork()=2", ":1: '[1] fork()=2' is not how it is printed")]
    [InlineData("    tunable kern.maxproc=532", ":1: 'tunable kern.maxproc=532' is not how it is printed")]
    [InlineData("    [1] fork() = 2\n    [1] fork() = 2", ":1: '[1] fork()' is answered 3")]
    public void A_broken_example_is_found(string text, string fault) =>
        TraceExamples.FaultsOf(new MarkdownPage(Name, text))[0].ShouldStartWith(Name + fault);

    [Fact]
    public void A_call_without_an_example_is_found()
    {
        string text = Page.Text.Replace("    [2] setlogin", "# setlogin", StringComparison.Ordinal);
        var page = new MarkdownPage(Name, text);

        TraceExamples.FaultsOf(page).ShouldContain($"{Name}: no example of setlogin");
    }

    [Fact]
    public void Fenced_text_is_not_an_example() =>
        TraceExamples.FaultsOf(new MarkdownPage(Name, "```text\n    trace = { header }\n```"))
            .ShouldBe(CallKinds.All.Select(kind => $"{Name}: no example of {kind}"));
}
