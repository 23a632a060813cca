namespace Verify.Model.States;

/// <summary>
/// The times that a socket has for SO_LINGER, which is kept and does nothing, SO_SNDTIMEO and SO_RCVTIMEO.
/// </summary>
/// <param name="Linger">l_linger, whether SO_LINGER is on or off; 16 bits.</param>
/// <param name="Send">SO_SNDTIMEO, in ticks.</param>
/// <param name="Receive">SO_RCVTIMEO, in ticks.</param>
public readonly record struct Waits(short Linger, int Send, int Receive)
{
    /// <summary>Ticks of the clock in a second (hz).</summary>
    internal const int TicksPerSecond = 100;

    /// <summary>Microseconds of one tick.</summary>
    internal const int Tick = 1_000_000 / TicksPerSecond;
}
