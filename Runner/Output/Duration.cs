using System.Globalization;

namespace Verify.Runner.Output;

/// <summary>A time as people write it: <c>500ms</c>, <c>30s</c>, <c>1.5m</c>, <c>2h</c>.</summary>
internal static class Duration
{
    private const NumberStyles Style = NumberStyles.AllowDecimalPoint;

    private static readonly (string Suffix, TimeSpan Unit)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    /// <summary>The longest that is taken, so that a deadline can be counted in milliseconds of 32 bits.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    /// <summary>Takes a number and a unit; more than nothing and at most 20 days.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        (string suffix, TimeSpan unit) =
            Array.Find(Units, unit => text.EndsWith(unit.Suffix, StringComparison.Ordinal));
        if (suffix is null
            || !double.TryParse(text.AsSpan(..^suffix.Length), Style, CultureInfo.InvariantCulture, out double count)
            || !(count * unit.Ticks <= Longest.Ticks))
        {
            return false;
        }

        duration = unit * count;
        return duration > TimeSpan.Zero;
    }

    /// <summary>Three digits or so, with the unit that fits: <c>12.3 s</c>.</summary>
    public static string Print(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: < 1000 } => $"{duration.TotalMilliseconds:0} ms",
        { TotalSeconds: < 120 } => $"{duration.TotalSeconds:0.0} s",
        _ => $"{duration.TotalMinutes:0.0} min",
    };
}
