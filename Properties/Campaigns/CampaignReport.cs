using System.Collections.Immutable;
using Verify.Properties.Checking;

namespace Verify.Properties.Campaigns;

/// <summary>What a campaign did and found.</summary>
/// <param name="Runs">Runs made: those with the numbers 0 up to here.</param>
/// <param name="Counts">Calls, and rules and errors covered.</param>
/// <param name="Findings">One for each headline, in the order of runs.</param>
/// <param name="Elapsed">How long it took; the only part that differs between repetitions.</param>
public sealed record CampaignReport(
    long Runs, RuleCounts Counts, ImmutableArray<CampaignFinding> Findings, TimeSpan Elapsed);

/// <summary>A finding and where in the campaign it was.</summary>
/// <param name="Run">The run's number.</param>
/// <param name="Calls">Calls made up to it, from the first run on.</param>
/// <param name="Finding">The finding as it came, not shrunk.</param>
public sealed record CampaignFinding(long Run, long Calls, Finding Finding);

/// <summary>How far a campaign is.</summary>
/// <param name="Calls">Calls made.</param>
/// <param name="Findings">Headlines found.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct CampaignProgress(long Calls, int Findings, TimeSpan Elapsed);
