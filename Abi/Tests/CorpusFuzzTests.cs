using Shouldly;
using Verify.Testing;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>
/// The traces of the corpus and of docs/traces.md, damaged: each is read as a trace, or refused in one line with a
/// place in the text, and neither takes much memory.
/// </summary>
public sealed class CorpusFuzzTests
{
    private const int TextsPerSeed = 25_000;

    /// <summary>What a text may cost: some lines with the longest data, which is zeros that are not written.</summary>
    private const long MostBytesAllocated = 64L << 20;

    private const int LongestMessage = 1000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_damaged_trace_is_read_or_refused_with_its_place(int seed)
    {
        string[] corpus = [.. CorpusTexts.Paths.Select(RepositoryFiles.Read)];
        var damage = new TraceDamage(corpus, CorpusTexts.Examples, seed);
        int refused = 0;
        for (int i = 0; i < TextsPerSeed; i++)
        {
            string text = damage.Next();
            long before = GC.GetAllocatedBytesForCurrentThread();
            refused += Refusal(text) is { } error ? Check(error, text) : 0;
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(MostBytesAllocated, text);
        }

        // Otherwise the damage is too little or too much to test anything.
        refused.ShouldBeInRange(TextsPerSeed / 10, TextsPerSeed * 9 / 10);
    }

    private static TraceFormatException? Refusal(string text)
    {
        Trace read;
        try
        {
            read = TraceReader.Read(text, "damaged");
        }
        catch (TraceFormatException error)
        {
            return error;
        }
        catch (Exception other)
        {
            throw new InvalidOperationException(text, other);
        }

        (TraceReader.Read(TraceWriter.Write(read), "again") == read).ShouldBeTrue(text);
        return null;
    }

    private static int Check(TraceFormatException error, string text)
    {
        string[] lines = text.Split('\n');
        error.Line.ShouldBeInRange(1, lines.Length, text);
        error.Column.ShouldBeInRange(1, lines[error.Line - 1].Length + 1, text);
        error.Message.ShouldStartWith($"damaged:{error.Line}:{error.Column}: expected ");
        error.Message.All(letter => letter is >= ' ' and <= '~').ShouldBeTrue(text);
        error.Message.Length.ShouldBeLessThan(LongestMessage, text);
        return 1;
    }
}
