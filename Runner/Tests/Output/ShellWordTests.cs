using Shouldly;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests.Output;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("findings/goal-0a1b2c3d.trace", "findings/goal-0a1b2c3d.trace")]
    [InlineData("my findings/a.trace", "'my findings/a.trace'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("", "''")]
    public void A_shell_reads_it_as_one_word(string word, string quoted) => ShellWord.Quote(word).ShouldBe(quoted);
}
