using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Runner.Output;

namespace Verify.Runner.Checks;

/// <summary>Generates call sequences and runs them in lockstep.</summary>
internal sealed class CampaignCheck(CampaignOptions options, SystemFactory boot) : ICheck
{
    public string Title => $"generating calls, seed {options.Seed}";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        var progress = new ImmediateProgress<CampaignProgress>(p => news($"{p.Calls:n0} calls, {p.Findings} findings"));
        CampaignReport seen = Campaign.Run(options, boot, progress, cancellation);
        report.Calls += seen.Counts.Calls;
        report.Elapsed += seen.Elapsed;
        report.Rules.Add(seen.Counts);
        foreach (CampaignFinding found in seen.Findings)
        {
            Finding finding = found.Finding;
            if (finding.Kind != FindingKind.Hang)
            {
                // What hangs once would hang the shrinker as well.
                finding = Shrinker.Minimise(finding, boot, cancellation);
            }

            report.Add(finding, $"generated calls, seed {options.Seed}, run {found.Run}");
        }
    }
}
