using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Scheduling;

/// <summary>Times to wait, in microseconds and in ticks: kern_clock.c and kern_time.c.</summary>
internal static class Ticks
{
    /// <summary>The end of a time that is without end.</summary>
    public const long Never = long.MaxValue;

    private const int Second = Clock.TicksPerSecond * Clock.Tick;
    private const int MostSeconds = 100_000_000;
    private const int Day = 24 * 60 * 60;

    /// <summary>itimerfix: at most so many seconds, and in the normal form.</summary>
    public static bool IsTime(TimeValue time) =>
        time.Seconds is >= 0 and <= MostSeconds && time.Microseconds is >= 0 and < Second;

    public static long Microseconds(TimeValue time) => (long)time.Seconds * Second + time.Microseconds;

    /// <summary>
    /// How many ticks poll(2) sleeps until so many microseconds are over: rounded up, and one more, because the current
    /// one has begun already (tvtohz). More than a day is a day.
    /// </summary>
    public static long Of(long left) => left / Second > Day
        ? (long)Day * Clock.TicksPerSecond
        : (left + Clock.Tick - 1) / Clock.Tick + 1;
}
