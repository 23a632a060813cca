using Shouldly;
using Xunit;

namespace Verify.Abi.Tests;

/// <summary>Errors and options that FreeBSD 4.0 does not have are read, compared and printed by their names.</summary>
public sealed class ForeignNameTests
{
    [Theory]
    [InlineData("[1] fork() = -1 EREMOTEIO")]
    [InlineData("[1] fork() = -1 EAFNOSUPORT")]
    [InlineData("[1] fork() = -1 E2BIG")]
    [InlineData("[1] fork() = -1 8")]
    [InlineData("[1] fork() = -1 -7")]
    [InlineData("[1] fork() = -1 0")]
    [InlineData("[1] fork() = -1 2147483647")]
    [InlineData("[1] getsockopt(3, TCP_NODELAY) = 0")]
    [InlineData("[1] setsockopt(3, SO_NO_OFFLOAD, 1) = -1 ENOPROTOOPT")]
    [InlineData("[1] setsockopt(3, 99, 1) = -1 ENOPROTOOPT")]
    public void Are_printed_as_they_were_read(string line) =>
        TraceWriter.Write(TraceReader.Read(line, "foreign")).ShouldBe(line + "\n");

    [Fact]
    public void Are_foreign_and_each_is_equal_to_itself_alone()
    {
        Errno[] errors = [.. Enumerable.Range(0, 5000).Select(number => ErrorNamed($"EX{number}"))];

        errors.Distinct().Count().ShouldBe(errors.Length);
        errors.ShouldAllBe(error => ForeignNames.IsForeign((int)error));
        errors.ShouldBe(Enumerable.Range(0, 5000).Select(number => ErrorNamed($"EX{number}")));
        ForeignNames.IsForeign((int)ErrorNamed("EPERM")).ShouldBeFalse();
        ForeignNames.IsForeign((int)ErrorNamed("77")).ShouldBeFalse();
    }

    [Fact]
    public void A_number_is_the_error_that_has_it() => ErrorNamed("35").ShouldBe(Errno.EAGAIN);

    private static Errno ErrorNamed(string name) =>
        TraceReader.Read($"[1] fork() = -1 {name}", "foreign").Steps.Single().Stated!.Error!.Value;
}
