using Verify.Properties.Checking;
using Verify.Properties.Generation.Context;

namespace Verify.Properties.Campaigns;

/// <summary>How long and with what a campaign runs.</summary>
public sealed record CampaignOptions
{
    /// <summary>Decides every run: run number i is the same wherever and whenever it is run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>
    /// Ends after the batch of runs in which this many calls are reached. The report is then the same for any number of
    /// threads on any machine. Null for no such end.
    /// </summary>
    public long? Calls { get; init; }

    /// <summary>Starts no more batches after this time. Null for no such end.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Ends with the batch that has the first finding.</summary>
    public bool StopAtFirst { get; init; }

    /// <summary>What all runs are about; null where each is about something else.</summary>
    public Theme? Theme { get; init; }

    /// <summary>Threads that work.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>A call that takes longer than this is taken to have no end (G2).</summary>
    public TimeSpan Patience { get; init; } = CallWatchdog.Usual.Patience;
}
