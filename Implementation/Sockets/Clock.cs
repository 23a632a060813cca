namespace Verify.Implementation.Sockets;

/// <summary>The time of day: microtime. It begins at 0, and goes on when the trace says so.</summary>
internal sealed class Clock
{
    private const int Second = 1_000_000;

    private long _now;

    /// <summary>Since boot.</summary>
    public int Seconds => (int)(_now / Second);

    /// <summary>Since the last full second.</summary>
    public int Microseconds => (int)(_now % Second);

    /// <summary>Time passes.</summary>
    public void Advance(int milliseconds) => _now += 1000L * milliseconds;
}
