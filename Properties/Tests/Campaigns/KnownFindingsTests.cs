using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Campaigns;

/// <summary>A campaign goes on after a finding that is known, and counts it.</summary>
public sealed class KnownFindingsTests
{
    private static readonly CampaignOptions Options = new() { Calls = 60_000, Threads = 2 };

    [Fact]
    public void Later_findings_with_the_headline_of_an_earlier_one_are_counted()
    {
        CampaignReport report = Campaign.Run(Options, Faulty);

        report.Findings.Length.ShouldBeGreaterThan(1);
        report.Known.Times.Keys.ShouldBe(Headlines(report), ignoreOrder: true);
        report.Known.Total.ShouldBeGreaterThan(10);
        report.Known.ToString().ShouldMatch($"^[0-9,]+ of {report.Findings.Length} kinds$");
    }

    [Fact]
    public void A_known_finding_ends_its_run_only()
    {
        CampaignReport all = Campaign.Run(Options, Faulty);
        string known = all.Findings[0].Finding.Headline;

        CampaignReport report = Campaign.Run(Options with { Known = [known] }, Faulty);

        Headlines(report).ShouldBe(Headlines(all).Except([known]));
        report.Runs.ShouldBe(all.Runs);
        report.Known.Times[known].ShouldBe(all.Known.Times[known] + 1);
    }

    [Fact]
    public void Known_findings_do_not_stop_a_campaign_that_stops_at_the_first()
    {
        CampaignReport all = Campaign.Run(Options, Faulty);
        CampaignOptions options = Options with { Known = [.. Headlines(all)], StopAtFirst = true };

        CampaignReport report = Campaign.Run(options, Faulty);

        report.Findings.ShouldBeEmpty();
        report.Runs.ShouldBe(all.Runs);
        report.Known.Total.ShouldBe(all.Known.Total + all.Findings.Length);
    }

    [Fact]
    public void The_counts_do_not_depend_on_the_number_of_threads() =>
        Campaign.Run(Options with { Threads = 1 }, Faulty).Known.Times
            .ShouldBe(Campaign.Run(Options with { Threads = 3 }, Faulty).Known.Times);

    private static string[] Headlines(CampaignReport report) =>
        [.. report.Findings.Select(found => found.Finding.Headline)];

    private static FaultySystem Faulty(World world) => new(world)
    {
        ChangeOutcome = (call, outcome) => (call, outcome.Succeeded) switch
        {
            (Call.GetSockName, true) => Outcome.Failed(Errno.EBADF),
            (Call.Listen, true) => Outcome.Failed(Errno.EAGAIN),
            _ => outcome,
        },
    };
}
