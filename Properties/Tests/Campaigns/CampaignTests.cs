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
    public void Nothing_is_found_and_every_rule_applies()
    {
        CampaignReport report = WholeCampaign.Report;

        report.Findings.ShouldBeEmpty();
        report.Counts.Calls.ShouldBeGreaterThanOrEqualTo(WholeCampaign.Calls);
        RuleCatalogue.All.Where(rule => report.Counts.Of(rule) == 0).Select(rule => rule.Id).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void The_report_does_not_depend_on_the_number_of_threads(int threads)
    {
        CampaignReport one = Campaign.Run(new CampaignOptions { Calls = 200_000, Threads = 1 }, Faulty);
        CampaignReport many = Campaign.Run(new CampaignOptions { Calls = 200_000, Threads = threads }, Faulty);

        one.Findings.ShouldNotBeEmpty();
        Describe(many).ShouldBe(Describe(one));
    }

    [Fact]
    public void Another_seed_gives_other_runs()
    {
        CampaignReport one = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 1 }, Boot);
        CampaignReport two = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 2 }, Boot);

        Describe(two).ShouldNotBe(Describe(one));
    }

    [Fact]
    public void A_campaign_ends_after_the_batch_with_the_first_finding()
    {
        var options = new CampaignOptions { Calls = 1_000_000, StopAtFirst = true };
        CampaignReport report = Campaign.Run(options, Faulty);

        report.Findings.Length.ShouldBe(1);
        report.Runs.ShouldBe(report.Findings[0].Run + 1);
        report.Counts.Calls.ShouldBe(report.Findings[0].Calls);
    }

    [Fact]
    public void A_cancelled_campaign_reports_the_runs_made()
    {
        using var cancel = new CancellationTokenSource();
        var progress = new CancelAtFirst(cancel);

        CampaignReport report = Campaign.Run(new CampaignOptions { Threads = 2 }, Boot, progress, cancel.Token);

        report.Runs.ShouldBeGreaterThan(0);
        report.Counts.Calls.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_call_that_does_not_return_is_found()
    {
        using var release = new ManualResetEventSlim();
        SystemFactory hanging = world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
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

    /// <summary>Refuses to bind port 53, and confuses one error with another.</summary>
    private static FaultySystem Faulty(World world) => new(world)
    {
        ChangeOutcome = (call, outcome) => (call, outcome.Error) switch
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
