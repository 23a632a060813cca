namespace Verify.Runner.Output;

/// <summary>Estimates the time that work still takes, at the mean speed so far.</summary>
/// <param name="clock">Measures the time since this object was made.</param>
internal sealed class RemainingTime(TimeProvider clock)
{
    /// <summary>Before this, an estimate would jump too much to be of use.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromSeconds(3);

    private readonly long _started = clock.GetTimestamp();

    /// <summary>
    /// What to add to a line of progress: <c>, about 40 s left</c>; empty as long as nothing is known.
    /// </summary>
    /// <param name="share">The share of the work that is done, 0 to 1.</param>
    public string After(double share)
    {
        TimeSpan elapsed = clock.GetElapsedTime(_started);
        if (elapsed < Earliest || !(share > 0 && share <= 1))
        {
            return "";
        }

        TimeSpan left = elapsed * ((1 - share) / share);
        string time = left switch
        {
            { TotalSeconds: < 60 } => $"{left.TotalSeconds:0} s",
            { TotalMinutes: < 90 } => $"{left.TotalMinutes:0} min",
            _ => $"{left.TotalHours:0.0} h",
        };
        return $", about {time} left";
    }
}
