using System.Collections.Immutable;
using Verify.Properties.Checking;

namespace Verify.Properties.Campaigns;

/// <summary>The results of a campaign.</summary>
/// <param name="Runs">The number of runs made, which are numbered from 0.</param>
/// <param name="Counts">The calls, rules and errors counted.</param>
/// <param name="Findings">The first finding of each headline, in the order of runs.</param>
/// <param name="Known">The runs that ended with a finding that was known, from the options or an earlier run.</param>
/// <param name="LeftOut">The checks and calls that the system has nothing to show for, one phrase each.</param>
/// <param name="EndedAsleep">The runs without a leak check, because process 1 sleeps at the end.</param>
/// <param name="Elapsed">The duration; nothing else differs when the campaign is repeated.</param>
public sealed record CampaignReport(
    long Runs,
    RuleCounts Counts,
    ImmutableArray<CampaignFinding> Findings,
    KnownFindings Known,
    ImmutableArray<string> LeftOut,
    long EndedAsleep,
    TimeSpan Elapsed);

/// <summary>A finding, and its position in the campaign.</summary>
/// <param name="Run">The number of the run.</param>
/// <param name="Calls">Calls up to the finding, counted from the first run.</param>
/// <param name="Finding">The finding, not shrunk.</param>
public sealed record CampaignFinding(long Run, long Calls, Finding Finding);

/// <summary>The progress of a campaign.</summary>
/// <param name="Calls">Calls made.</param>
/// <param name="Findings">Different headlines found.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct CampaignProgress(long Calls, int Findings, TimeSpan Elapsed);
