using System.Collections.Immutable;
using Verify.Properties.Checking;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Campaigns;

/// <summary>The length, seed and theme of a campaign.</summary>
public sealed record CampaignOptions
{
    /// <summary>Determines every run: a seed and the number of a run always give the same run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Ends the campaign after the batch in which this many calls are reached; null for no limit. The report is the
    /// same for any number of threads on any machine.
    /// </summary>
    public long? Calls { get; init; }

    /// <summary>Starts no batch after this time; null for no limit.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>True to end the campaign after the batch with the first finding.</summary>
    public bool StopAtFirst { get; init; }

    /// <summary>
    /// The headlines of findings that are known: a run that ends with one is counted, and adds no finding.
    /// </summary>
    public ImmutableHashSet<string> Known { get; init; } = [];

    /// <summary>The theme of all runs; null for a random theme in each run.</summary>
    public Theme? Theme { get; init; }

    /// <summary>The number of threads.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>A call that takes longer than this is taken not to return (G2).</summary>
    public TimeSpan Patience { get; init; } = CallWatchdog.Usual.Patience;
}
