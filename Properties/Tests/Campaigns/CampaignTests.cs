using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Model.Verdicts;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Campaigns;

public sealed class CampaignTests
{
    private static readonly SystemFactory Boot = world => new Machine(world);

    [Fact]
    public void Nothing_is_found_and_every_rule_is_used()
    {
        CampaignReport report = Campaign.Run(new CampaignOptions { Calls = 2_000_000 }, Boot);

        report.Findings.ShouldBeEmpty();
        report.Counts.Calls.ShouldBeGreaterThanOrEqualTo(2_000_000);
        RuleCatalogue.All.Where(rule => report.Counts.Of(rule) == 0).Select(rule => rule.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_report_does_not_depend_on_the_number_of_threads(int threads)
    {
        CampaignReport one = Campaign.Run(new CampaignOptions { Calls = 200_000, Threads = 1 }, Unfair);
        CampaignReport many = Campaign.Run(new CampaignOptions { Calls = 200_000, Threads = threads }, Unfair);

        one.Findings.ShouldNotBeEmpty();
        Describe(many).ShouldBe(Describe(one));
    }

    [Fact]
    public void Another_seed_makes_other_runs()
    {
        CampaignReport one = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 1 }, Boot);
        CampaignReport two = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 2 }, Boot);

        Describe(two).ShouldNotBe(Describe(one));
    }

    [Fact]
    public void It_stops_with_the_batch_of_the_first_finding()
    {
        var options = new CampaignOptions { Calls = 1_000_000, StopAtFirst = true };
        CampaignReport report = Campaign.Run(options, Unfair);

        report.Findings.Length.ShouldBe(1);
        report.Runs.ShouldBe(report.Findings[0].Run + 1);
        report.Counts.Calls.ShouldBe(report.Findings[0].Calls);
    }

    [Fact]
    public void A_cancelled_campaign_reports_what_it_did()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAtFirst(cancel);

        CampaignReport report = Campaign.Run(new CampaignOptions { Threads = 2 }, Boot, progress, cancel.Token);

        report.Runs.ShouldBeGreaterThan(0);
        report.Counts.Calls.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_call_that_does_not_end_is_found_from_outside()
    {
        using var release = new ManualResetEventSlim();
        SystemFactory hanging = world => new FaultySystem(world)
        {
            Lie = (call, outcome) =>
            {
                if (call is Call.Connect)
                {
                    release.Wait(TimeSpan.FromMinutes(1));
                }

                return outcome;
            },
        };

        CampaignReport report = Campaign.Run(
            new CampaignOptions { Threads = 1, Patience = TimeSpan.FromSeconds(0.5) }, hanging);
        release.Set();

        Finding finding = report.Findings.ShouldHaveSingleItem().Finding;
        finding.Kind.ShouldBe(FindingKind.Hang);
        finding.Trace.Steps[^1].Call.ShouldBeOfType<Call.Connect>();
    }

    /// <summary>Refuses every hundredth port, and forgets one kind of error.</summary>
    private static FaultySystem Unfair(World world) => new(world)
    {
        Lie = (call, outcome) => (call, outcome.Error) switch
        {
            (Call.Bind { Address.Endpoint.Port: 53 }, Errno.None) => Outcome.Failed(Errno.EADDRINUSE),
            (Call.Accept, Errno.EAGAIN) => Outcome.Failed(Errno.EINVAL),
            _ => outcome,
        },
    };

    private static string Describe(CampaignReport report) => string.Join('\n',
    [
        $"{report.Runs} runs, {report.Counts.Calls} calls",
        .. RuleCatalogue.All.Select(rule => $"{rule.Id} {report.Counts.Of(rule)}"),
        .. report.Findings.Select(found => $"{found.Run} {found.Calls} {found.Finding.Message} {found.Finding.Trace}"),
    ]);

    private sealed class CancelAtFirst(CancellationTokenSource cancel) : IProgress<CampaignProgress>
    {
        public void Report(CampaignProgress value)
        {
            if (value.Calls > 0)
            {
                cancel.Cancel();
            }
        }
    }
}
