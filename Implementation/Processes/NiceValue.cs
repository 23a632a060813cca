namespace Verify.Implementation.Processes;

/// <summary>Scheduling priorities of processes: PRIO_MIN is the highest priority.</summary>
public static class NiceValue
{
    private const int Lowest = -20;
    private const int Highest = 20;

    /// <summary>The value limited to the range PRIO_MIN to PRIO_MAX.</summary>
    public static int Clamp(int value) => value < Lowest ? Lowest : value > Highest ? Highest : value;

    /// <summary>
    /// The value getpriority(2) returns here, offset so that it is never negative and cannot be taken for an error.
    /// </summary>
    public static int Reported(int value) => value - Lowest;
}
