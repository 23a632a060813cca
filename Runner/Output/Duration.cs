using System.Globalization;

namespace Verify.Runner.Output;

/// <summary>Times as people write them: <c>500ms</c>, <c>30s</c>, <c>1.5m</c>, <c>2h</c>.</summary>
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

    /// <summary>The longest time accepted: 32 bits of milliseconds hold a deadline.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(20);

    /// <summary>Reads a number with its unit; the time must be more than 0 and at most 20 days.</summary>
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

    /// <summary>Prints about three digits with a suitable unit: <c>12.3 s</c>.</summary>
    public static string Print(TimeSpan duration) => duration switch
    {
        { TotalMilliseconds: < 1000 } => $"{duration.TotalMilliseconds:0} ms",
        { TotalSeconds: < 120 } => $"{duration.TotalSeconds:0.0} s",
        _ => $"{duration.TotalMinutes:0.0} min",
    };
}
