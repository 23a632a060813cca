using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Xunit;

namespace Verify.Properties.Tests.Checking;

/// <summary>Each kind of failure is found, with the right kind and headline.</summary>
public sealed class FindingTests
{
    [Fact]
    public void An_outcome_that_is_not_allowed_is_a_disagreement() => FirstFinding(world => new FaultySystem(world)
    {
        ChangeOutcome = (call, outcome) =>
            call is Call.Listen && outcome.Succeeded ? Outcome.Failed(Errno.EAGAIN) : outcome,
    }).Kind.ShouldBe(FindingKind.Disagreement);

    [Fact]
    public void A_socket_with_another_endpoint_is_a_disagreement() => FirstFinding(world => new FaultySystem(world)
    {
        ChangeSocket = entry => entry.Foreign.IsNone
            ? entry
            : entry with { Foreign = entry.Foreign with { Port = (ushort)(entry.Foreign.Port ^ 1) } },
    }).Kind.ShouldBe(FindingKind.Disagreement);

    [Fact]
    public void A_process_with_another_nice_value_is_a_disagreement()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            ChangeProcess = entry => entry.Uid == 0 ? entry : entry with { Nice = entry.Nice + 1 },
        });

        finding.Kind.ShouldBe(FindingKind.Disagreement);
        finding.Headline.ShouldEndWith("leaves different processes");
    }

    [Fact]
    public void A_process_of_another_user_violates_J4()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            ChangeProcess = entry => entry.Uid == 0 ? entry : entry with { Uid = entry.Uid + 1 },
        });

        finding.Kind.ShouldBe(FindingKind.Goal);
        finding.Headline.ShouldBe("J4");
    }

    [Fact]
    public void A_prisoner_listed_without_its_prison_violates_G4()
    {
        Finding finding = FirstFinding(
            world => new FaultySystem(world)
            {
                ChangeProcess = entry => entry.Uid == 0 ? entry : entry with { Prison = null },
            },
            finding => finding.Kind == FindingKind.Goal);

        finding.Headline.ShouldBe("G4");
    }

    [Fact]
    public void A_prisoners_socket_bound_to_any_address_violates_G1()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            ChangeSocket = entry => entry is { Prison: not null, Local.Port: > 0 }
                ? entry with { Local = entry.Local with { Address = Ipv4.Any } }
                : entry,
        });

        finding.Kind.ShouldBe(FindingKind.Goal);
        finding.Headline.ShouldBe("G1");
    }

    [Fact]
    public void A_prisoners_packet_with_another_source_violates_G1()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) => outcome with
            {
                Effects = outcome.Effects with
                {
                    Sent = outcome.Sent.Select(sent =>
                        sent with { Source = sent.Source with { Address = Ipv4.Of(10, 9, 9, 9) } }),
                },
            },
        }, finding => finding.Kind == FindingKind.Goal);

        finding.Headline.ShouldBe("G1");
    }

    [Fact]
    public void A_violated_invariant_is_an_invariant_finding()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world) { Violation = "a list is a ring: of 3" });

        finding.Kind.ShouldBe(FindingKind.Invariant);
        finding.Headline.ShouldBe("a list is a ring");
    }

    [Fact]
    public void An_item_in_use_after_all_processes_exit_is_a_leak() =>
        FirstFinding(world => new FaultySystem(world) { Leaked = 1 }).Kind.ShouldBe(FindingKind.Leak);

    [Fact]
    public void A_call_that_throws_is_a_crash() => FirstFinding(world => new FaultySystem(world)
    {
        ChangeOutcome = (call, _) => call is Call.Accept ? throw new NotSupportedException("no") : default,
    }, finding => finding.Kind == FindingKind.Crash).Headline.ShouldBe(nameof(NotSupportedException));

    [Fact]
    public void A_loop_stopped_by_its_guard_is_a_hang() => FirstFinding(world => new FaultySystem(world)
    {
        ChangeOutcome = (call, _) => throw new LoopGuardException("endless"),
    }).Kind.ShouldBe(FindingKind.Hang);

    private static Finding FirstFinding(SystemFactory boot, Func<Finding, bool>? wanted = null) => Campaign.Run(
        new CampaignOptions { Calls = 100_000, Threads = 2 }, boot)
        .Findings.Select(found => found.Finding).First(wanted ?? (_ => true));
}
