using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>
/// so_linger, which is only stored, and sb_timeo of both buffers in ticks of a hundredth of a second. A connection has
/// its listener's time to linger, but not its time-outs.
/// </summary>
internal struct Timing
{
    private const int TicksPerSecond = Clock.TicksPerSecond;
    private const int Tick = Clock.Tick;
    private const int Second = TicksPerSecond * Tick;

    /// <summary>SO_LINGER, in seconds; whether close lingers at all is an option.</summary>
    public short Linger { get; set; }

    /// <summary>SO_SNDTIMEO, in ticks.</summary>
    public short Send { get; private set; }

    /// <summary>SO_RCVTIMEO, in ticks.</summary>
    public short Receive { get; private set; }

    /// <summary>Sets a time-out: EDOM if it has too many ticks, or is no time.</summary>
    public Errno Set(SocketOption option, int seconds, int microseconds)
    {
        if (seconds is < 0 or > short.MaxValue / TicksPerSecond || microseconds is < 0 or >= Second)
        {
            return Errno.EDOM;
        }

        int ticks = seconds * TicksPerSecond + microseconds / Tick;
        if (ticks > short.MaxValue)
        {
            return Errno.EDOM;
        }

        if (option == SocketOption.SO_SNDTIMEO)
        {
            Send = (short)ticks;
        }
        else
        {
            Receive = (short)ticks;
        }

        return Errno.None;
    }

    /// <summary>sorflush: the receive buffer is as new, without a time-out.</summary>
    public void ClearReceive() => Receive = 0;

    /// <summary>A time-out in seconds and microseconds.</summary>
    public readonly (int Seconds, int Microseconds) Get(SocketOption option)
    {
        int ticks = option == SocketOption.SO_SNDTIMEO ? Send : Receive;
        return (ticks / TicksPerSecond, ticks % TicksPerSecond * Tick);
    }
}
