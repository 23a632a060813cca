using System.Collections.Immutable;

namespace Verify.Properties.Checking;

/// <summary>How often findings were met that were known already, by headline.</summary>
/// <param name="Times">The times by headline.</param>
public sealed record KnownFindings(ImmutableSortedDictionary<string, long> Times)
{
    /// <summary>None was met.</summary>
    public static KnownFindings None { get; } =
        new(ImmutableSortedDictionary<string, long>.Empty.WithComparers(StringComparer.Ordinal));

    /// <summary>How often any was met.</summary>
    public long Total => Times.Values.Sum();

    /// <summary>These, and one met again.</summary>
    public KnownFindings With(string headline) => With(headline, 1);

    /// <summary>These and others.</summary>
    public KnownFindings With(KnownFindings others) =>
        others.Times.Aggregate(this, (sum, other) => sum.With(other.Key, other.Value));

    /// <summary><c>3 of 1 kind</c>.</summary>
    public override string ToString() => $"{Total:n0} of {Times.Count} {(Times.Count == 1 ? "kind" : "kinds")}";

    private KnownFindings With(string headline, long times) =>
        new(Times.SetItem(headline, Times.GetValueOrDefault(headline) + times));
}
