using Shouldly;
using Verify.Properties.Checking;
using Verify.Properties.Corpus;
using Xunit;

namespace Verify.Properties.Tests.Corpus;

public sealed class CorpusTextTests
{
    private const string Text = """
        # What it shows.
        # requirements: G1 J2
        if lo0 127.0.0.1/8
        [1] fork() = 2

        """;

    [Fact]
    public void Reads_the_header_and_the_trace()
    {
        CorpusTrace trace = CorpusText.Read(Text, "shows.trace");

        trace.Name.ShouldBe("shows");
        trace.Description.ShouldBe("What it shows.");
        trace.Requirements.ShouldBe(["G1", "J2"]);
        trace.Trace.Steps.ShouldBe([new Step(new Call.Fork(1), Outcome.Returned(2))]);
    }

    [Fact]
    public void Reads_which_mutant_it_catches()
    {
        string text = Text.Replace("J2\n", "J2\n# catches: one-cursor as Goal\n", StringComparison.Ordinal);

        CorpusTrace trace = CorpusText.Read(text, "shows.trace");

        trace.Catches.ShouldBe(new CaughtMutant("one-cursor", FindingKind.Goal));
        CorpusText.Write(trace).ShouldBe(text);
    }

    [Fact]
    public void A_mutant_without_a_kind_is_an_error()
    {
        string text = Text.Replace("J2\n", "J2\n# catches: one-cursor\n", StringComparison.Ordinal);
        Action read = () => CorpusText.Read(text, "half.trace");

        read.ShouldThrow<TraceFormatException>().Message
            .ShouldStartWith("half.trace:3:12: expected a mutant and a kind");
    }

    [Fact]
    public void Writing_restores_the_text() => CorpusText.Write(CorpusText.Read(Text, "shows.trace")).ShouldBe(Text);

    [Fact]
    public void Wraps_a_long_description_at_120_columns()
    {
        string text = Text.Replace(
            "What it shows.", $"{new string('a', 118)}\n# b {new string('c', 115)} d\n# e", StringComparison.Ordinal);
        CorpusTrace trace = CorpusText.Read(text, "long.trace");

        string[] lines = CorpusText.Write(trace).Split('\n');

        lines.Take(3).ShouldBe([$"# {new string('a', 118)}", $"# b {new string('c', 115)}", "# d e"]);
        CorpusText.Read(string.Join('\n', lines), "long.trace").Description.ShouldBe(trace.Description);
    }

    [Theory]
    [InlineData("[1] fork() = 2\n")]
    [InlineData("# requirements: G1\n[1] fork() = 2\n")]
    [InlineData("# What it shows.\n[1] fork() = 2\n# requirements: G1\n")]
    public void A_trace_without_the_header_is_an_error(string text)
    {
        Action read = () => CorpusText.Read(text, "bare.trace");

        read.ShouldThrow<TraceFormatException>().Message.ShouldStartWith("bare.trace:1:1: expected a description");
    }
}
