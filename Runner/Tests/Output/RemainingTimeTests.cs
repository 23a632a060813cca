using Shouldly;
using Verify.Runner.Output;
using Xunit;

namespace Verify.Runner.Tests.Output;

public sealed class RemainingTimeTests
{
    [Theory]
    [InlineData(2.9, 0.5, "")]
    [InlineData(3, 0.5, ", about 3 s left")]
    [InlineData(10, 0.25, ", about 30 s left")]
    [InlineData(60, 0.1, ", about 9 min left")]
    [InlineData(3600, 0.25, ", about 3.0 h left")]
    [InlineData(60, 1, ", about 0 s left")]
    [InlineData(60, 0, "")]
    [InlineData(60, 1.1, "")]
    [InlineData(60, double.NaN, "")]
    public void The_mean_speed_so_far_goes_on(double seconds, double share, string expected)
    {
        var clock = new ManualClock();
        var remaining = new RemainingTime(clock);
        clock.Now = TimeSpan.FromSeconds(seconds);

        remaining.After(share).ShouldBe(expected);
    }

    private sealed class ManualClock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
