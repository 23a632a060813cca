using Shouldly;
using Verify.Testing;
using Xunit;

namespace Verify.Abi.Tests;

public sealed class CorpusTextTests
{
    public static TheoryData<string> Paths => [.. CorpusTexts.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_trace_of_the_corpus_is_printed_as_it_was_read(string path)
    {
        string text = RepositoryFiles.Read(path);

        TraceWriter.Write(TraceReader.Read(text, path)).ShouldBe(CorpusTexts.WithoutComments(text));
    }
}
