using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Runner.Output;

namespace Verify.Runner.Checks;

/// <summary>Generates runs of calls and executes them in lockstep.</summary>
internal sealed class CampaignCheck(CampaignOptions options, SystemFactory boot) : ICheck
{
    public string Title => options.Theme is { } theme
        ? $"generating calls about {theme.ToString().ToLowerInvariant()}, seed {options.Seed}"
        : $"generating calls, seed {options.Seed}";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        var remaining = new RemainingTime(TimeProvider.System);
        var progress = new ImmediateProgress<CampaignProgress>(
            p => news($"{p.Calls:n0} calls, {p.Findings} findings{remaining.After(Share(p))}"));
        CampaignReport seen = Campaign.Run(options, boot, progress, cancellation);
        report.Calls += seen.Counts.Calls;
        report.Elapsed += seen.Elapsed;
        report.Rules.Add(seen.Counts);
        report.LeaveOut(seen.LeftOut);
        report.Add(seen.Known);
        report.EndedAsleep += seen.EndedAsleep;
        foreach (CampaignFinding found in seen.Findings)
        {
            Finding finding = found.Finding;
            if (finding.Kind != FindingKind.Hang)
            {
                // Shrinking a hang would hang as well.
                finding = Shrinker.Minimise(finding, boot, cancellation);
            }

            report.Add(finding, $"generated calls, seed {options.Seed}, run {found.Run}");
        }
    }

    /// <summary>The campaign ends with its calls or its time, whichever comes first.</summary>
    private double Share(CampaignProgress progress) => Math.Max(
        options.Calls is { } calls ? (double)progress.Calls / calls : 0,
        options.Time is { } time ? progress.Elapsed / time : 0);
}
