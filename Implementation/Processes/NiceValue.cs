namespace Verify.Implementation.Processes;

/// <summary>How little a process asks of the processor: PRIO_MIN is the greediest.</summary>
public static class NiceValue
{
    private const int Lowest = -20;
    private const int Highest = 20;

    /// <summary>The nearest value that there is.</summary>
    public static int Clamp(int value) => value < Lowest ? Lowest : value > Highest ? Highest : value;

    /// <summary>As getpriority(2) returns it here: never negative, so that none looks like an error.</summary>
    public static int Reported(int value) => value - Lowest;
}
