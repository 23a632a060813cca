using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Campaigns;

/// <summary>Each kind of failure is found, and named as what it is.</summary>
public sealed class FindingTests
{
    [Fact]
    public void An_outcome_that_is_not_allowed_is_a_disagreement() => FirstFinding(world => new FaultySystem(world)
    {
        Lie = (call, outcome) => call is Call.Listen && outcome.Succeeded ? Outcome.Failed(Errno.EAGAIN) : outcome,
    }).Kind.ShouldBe(FindingKind.Disagreement);

    [Fact]
    public void A_socket_at_another_end_is_a_disagreement() => FirstFinding(world => new FaultySystem(world)
    {
        Misname = entry => entry.Foreign.IsNone
            ? entry
            : entry with { Foreign = entry.Foreign with { Port = (ushort)(entry.Foreign.Port ^ 1) } },
    }).Kind.ShouldBe(FindingKind.Disagreement);

    [Fact]
    public void A_nicer_process_is_a_disagreement()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            Misplace = entry => entry.Uid == 0 ? entry : entry with { Nice = entry.Nice + 1 },
        });

        finding.Kind.ShouldBe(FindingKind.Disagreement);
        finding.Headline.ShouldEndWith("leaves different processes");
    }

    [Fact]
    public void A_process_of_another_user_breaks_J4()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            Misplace = entry => entry.Uid == 0 ? entry : entry with { Uid = entry.Uid + 1 },
        });

        finding.Kind.ShouldBe(FindingKind.Goal);
        finding.Headline.ShouldBe("J4");
    }

    [Fact]
    public void A_prisoner_on_the_host_breaks_G4()
    {
        Finding finding = FirstFinding(
            world => new FaultySystem(world) { Misplace = entry => entry.Uid == 0 ? entry : entry with { Prison = null } },
            finding => finding.Kind == FindingKind.Goal);

        finding.Headline.ShouldBe("G4");
    }

    [Fact]
    public void A_prisoners_socket_at_every_address_breaks_G1()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            Misname = entry => entry is { Prison: not null, Local.Port: > 0 }
                ? entry with { Local = entry.Local with { Address = Ipv4.Any } }
                : entry,
        });

        finding.Kind.ShouldBe(FindingKind.Goal);
        finding.Headline.ShouldBe("G1");
    }

    [Fact]
    public void A_prisoners_packet_with_another_source_breaks_G1()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world)
        {
            Lie = (call, outcome) => outcome.Sent is { } sent
                ? outcome with { Sent = sent with { Source = sent.Source with { Address = Ipv4.Of(10, 9, 9, 9) } } }
                : outcome,
        }, finding => finding.Kind == FindingKind.Goal);

        finding.Headline.ShouldBe("G1");
    }

    [Fact]
    public void A_broken_invariant_is_one()
    {
        Finding finding = FirstFinding(world => new FaultySystem(world) { Complaint = "a list is a ring: of 3" });

        finding.Kind.ShouldBe(FindingKind.Invariant);
        finding.Headline.ShouldBe("a list is a ring");
    }

    [Fact]
    public void What_is_left_at_the_end_is_a_leak() =>
        FirstFinding(world => new FaultySystem(world) { Leaked = 1 }).Kind.ShouldBe(FindingKind.Leak);

    [Fact]
    public void A_call_that_throws_is_a_crash() => FirstFinding(world => new FaultySystem(world)
    {
        Lie = (call, _) => call is Call.Accept ? throw new NotSupportedException("no") : default,
    }, finding => finding.Kind == FindingKind.Crash).Headline.ShouldBe(nameof(NotSupportedException));

    [Fact]
    public void A_loop_that_its_guard_ends_is_a_hang() => FirstFinding(world => new FaultySystem(world)
    {
        Lie = (call, _) => throw new LoopGuardException("round and round"),
    }).Kind.ShouldBe(FindingKind.Hang);

    private static Finding FirstFinding(SystemFactory boot, Func<Finding, bool>? wanted = null) => Campaign.Run(
        new CampaignOptions { Calls = 100_000, Threads = 2 }, boot)
        .Findings.Select(found => found.Finding).First(wanted ?? (_ => true));
}
