using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Verify.Properties.Reference;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests.Output;

public sealed class WordWrapTests
{
    [Fact]
    public void A_short_line_is_not_changed() => WordWrap.Wrap("a few words", "# ", "#   ").ShouldBe("# a few words");

    [Fact]
    public void A_long_one_is_broken_at_blanks()
    {
        string word = new('x', 30);
        WordWrap.Wrap($"{word} {word} {word}", "# ", "#   ").ShouldBe($"# {word} {word}\n#   {word}");
    }

    [Fact]
    public void A_word_longer_than_a_line_stays_whole()
    {
        string word = new('x', 100);
        WordWrap.Wrap($"a {word} b", "# ", "#   ").ShouldBe($"# a\n#   {word}\n#   b");
    }

    [Property(Replay = "1,1")]
    public bool No_line_of_short_words_is_too_long(NonEmptyArray<PositiveInt> lengths)
    {
        string[] words = [.. lengths.Get.Select(length => new string('x', length.Get % 70 + 1))];
        string[] lines = WordWrap.Wrap(string.Join(' ', words), "# ", "#   ").Split('\n');
        IEnumerable<string> kept = lines.SelectMany(line => line.TrimStart('#', ' ').Split(' '));
        return lines.All(line => line.Length <= 80) && kept.SequenceEqual(words);
    }
}
