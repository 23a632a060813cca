namespace Verify.Implementation.Sockets;

/// <summary>The time of day: microtime. It begins at 0, and goes on when the trace says so.</summary>
internal sealed class Clock
{
    /// <summary>hz.</summary>
    public const int TicksPerSecond = 100;

    /// <summary>The microseconds of a tick.</summary>
    public const int Tick = 10_000;

    /// <summary>The microseconds of a millisecond.</summary>
    public const int Millisecond = 1000;

    private const int Second = TicksPerSecond * Tick;

    /// <summary>Since boot, in microseconds.</summary>
    public long Now { get; set; }

    /// <summary>Since boot.</summary>
    public int Seconds => (int)(Now / Second);

    /// <summary>Since the last full second.</summary>
    public int Microseconds => (int)(Now % Second);
}
