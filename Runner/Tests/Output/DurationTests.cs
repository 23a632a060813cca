using Shouldly;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests.Output;

public sealed class DurationTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("1.5m", 90_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("20000m", 1_200_000_000)]
    public void A_number_and_a_unit_is_a_duration(string text, double milliseconds)
    {
        Duration.TryParse(text, out TimeSpan duration).ShouldBeTrue();
        duration.TotalMilliseconds.ShouldBe(milliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s")]
    [InlineData("30")]
    [InlineData("30 s")]
    [InlineData("30sec")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("1e3s")]
    [InlineData("NaNs")]
    [InlineData("\u221es")]
    [InlineData("481h")]
    [InlineData("999999999999999999999999h")]
    public void Anything_else_is_refused(string text) => Duration.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData(0.0421, "42 ms")]
    [InlineData(30, "30.0 s")]
    [InlineData(119.94, "119.9 s")]
    [InlineData(600, "10.0 min")]
    public void It_is_printed_with_a_suitable_unit(double seconds, string text) =>
        Duration.Print(TimeSpan.FromSeconds(seconds)).ShouldBe(text);
}
