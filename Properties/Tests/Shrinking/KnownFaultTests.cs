using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Shrinking;

/// <summary>A long trace of a known lie becomes the shortest one that shows it.</summary>
public sealed class KnownFaultTests
{
    private const string Noise = """
        if lo0 127.0.0.1/8
        if fxp0 10.0.0.1/24 10.0.0.2 10.0.0.3
        tunable kern.ipc.maxsockets=40
        sysctl net.inet.ip.portrange.last=4000
        [1] fork()
        [2] setuid(1001)
        [1] socket(AF_INET, SOCK_STREAM, 0)
        [1] listen(3, 5)
        [wire] tcp(192.0.2.7:9000, 10.0.0.2:1024)
        [1] accept(3)
        [2] socket(AF_INET, SOCK_DGRAM, 0)
        [2] sendto(3, "question", 10.0.0.3:53)
        [1] close(4)
        [1] socket(AF_INET, SOCK_DGRAM, 0)

        """;

    private static readonly Lie[] Lies =
    [
        new(
            FaultySystem.ThirdBindTaken,
            """
            [1] bind(4, 10.0.0.1:2000)
            [1] socket(AF_INET, SOCK_DGRAM, 0)
            [1] bind(5, 10.0.0.2:2001)
            [1] getsockname(5)
            [1] socket(AF_INET, SOCK_STREAM, 0)
            [1] bind(6, 0.0.0.0:2002)
            """,
            Lines: 6),
        // Only the second socket needs the option: it makes bind look for exactly its own end, not for any address.
        new(
            ReusePortForgotten,
            """
            [1] setsockopt(4, SO_REUSEPORT, 1)
            [1] bind(4, 10.0.0.1:2000)
            [1] fork()
            [3] socket(AF_INET, SOCK_DGRAM, 0)
            [3] setsockopt(5, SO_REUSEPORT, 7)
            [3] bind(5, 10.0.0.1:2000)
            """,
            Lines: 5),
        new(
            HighPortsShifted,
            """
            [1] setsockopt(4, IP_PORTRANGE, IP_PORTRANGE_HIGH)
            [1] bind(4, 10.0.0.3:0)
            [1] getpeername(4)
            [1] getsockname(4)
            """,
            Lines: 4),
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Lies.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_known_lie_shrinks_to_the_calls_it_takes(int number)
    {
        Lie lie = Lies[number];
        Finding found = lie.Find();

        Finding small = Shrinker.Minimise(found, lie.Boot);

        small.Trace.Steps.Length.ShouldBe(lie.Lines, small.Trace.ToString());
        found.Trace.Steps.Length.ShouldBeGreaterThan(lie.Lines);
        small.Trace.World.ShouldNotBe(found.Trace.World);
        ShouldBeMinimal(small, found, lie.Boot);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_a_campaign_finds_shrinks_to_something_minimal(int number)
    {
        SystemFactory boot = Lies[number].Boot;
        CampaignReport report = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 7, Threads = 1 }, boot);

        report.Findings.ShouldNotBeEmpty();
        foreach (CampaignFinding found in report.Findings)
        {
            ShouldBeMinimal(Shrinker.Minimise(found.Finding, boot), found.Finding, boot);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Shrinking_again_gives_the_same_and_the_smallest_stays(int number)
    {
        Lie lie = Lies[number];
        Finding small = Shrinker.Minimise(lie.Find(), lie.Boot);

        Shrinker.Minimise(lie.Find(), lie.Boot).ShouldBe(small);
        Shrinker.Minimise(small, lie.Boot).ShouldBe(small);
    }

    [Fact]
    public void A_lie_to_a_child_that_its_parent_would_be_told_as_well_needs_no_child()
    {
        var lie = new Lie(
            world => new FaultySystem(world)
            {
                Lie = (call, outcome) => call is Call.Jail ? Outcome.Failed(Errno.ECONNREFUSED) : outcome,
            },
            """
            [1] fork()
            [3] close(3)
            [3] close(4)
            [3] jail("/", "h", 10.0.0.2)
            """,
            Lines: 1);

        Finding small = Shrinker.Minimise(lie.Find(), lie.Boot);

        small.Trace.Steps.Length.ShouldBe(lie.Lines, small.Trace.ToString());
        small.Trace.Steps[0].Call.ShouldBeOfType<Call.Jail>().Pid.ShouldBe(1);
    }

    /// <summary>What shows the leak are the closes that every run ends with.</summary>
    [Fact]
    public void A_leak_shrinks_to_a_call_and_the_end_of_the_run()
    {
        var lie = new Lie(world => new FaultySystem(world) { Leaked = 1 }, "[1] close(9)", Lines: 4);
        Finding found = lie.Find();

        Finding small = Shrinker.Minimise(found, lie.Boot);

        found.Kind.ShouldBe(FindingKind.Leak);
        small.IsLike(found).ShouldBeTrue();
        small.Trace.Steps.Length.ShouldBe(lie.Lines, small.Trace.ToString());
        small.Trace.Steps[^1].Call.ShouldBeOfType<Call.Close>();
    }

    [Fact]
    public void Cancelled_before_it_starts_it_leaves_the_finding_as_it_is()
    {
        Finding found = Lies[0].Find();

        Shrinker.Minimise(found, Lies[0].Boot, new CancellationToken(canceled: true)).ShouldBeSameAs(found);
    }

    /// <summary>SO_REUSEPORT can be set, but is not kept.</summary>
    private static FaultySystem ReusePortForgotten(World world) => new(world)
    {
        Mishear = call => call is Call.SetSockOpt { Option: SocketOption.SO_REUSEPORT } set
            ? set with { Value = 0 }
            : call,
    };

    /// <summary>Once a socket has the high range, getsockname is one port too high for every bound socket.</summary>
    private static FaultySystem HighPortsShifted(World world)
    {
        bool high = false;
        return new FaultySystem(world)
        {
            Lie = (call, outcome) =>
            {
                high |= call is Call.SetSockOpt { Option: SocketOption.IP_PORTRANGE, Value: 1 } && outcome.Succeeded;
                Endpoint end = outcome.Address;
                return high && call is Call.GetSockName && end.Port is > 0 and < ushort.MaxValue
                    ? outcome with { Address = end with { Port = (ushort)(end.Port + 1) } }
                    : outcome;
            },
        };
    }

    private static void ShouldBeMinimal(Finding small, Finding found, SystemFactory boot)
    {
        ImmutableArray<Call> calls = [.. small.Trace.Steps.Select(step => step.Call)];
        small.IsLike(found).ShouldBeTrue();
        Replay.Run(small.Trace.World, calls, boot, new RuleCounts()).ShouldBe(small);
        for (int i = 0; i < calls.Length; i++)
        {
            Finding? without = Replay.Run(small.Trace.World, calls.RemoveAt(i), boot, new RuleCounts());
            (without?.IsLike(small) ?? false).ShouldBeFalse($"call {i + 1} is not needed:\n{small.Trace}");
        }
    }

    /// <summary>A liar, calls after the noise that show its lie, and how many calls it takes.</summary>
    private sealed record Lie(SystemFactory Boot, string Calls, int Lines)
    {
        public Finding Find()
        {
            Trace trace = TraceReader.Read(Noise + Calls + "\n", "lie");
            return Replay.Run(trace.World, [.. trace.Steps.Select(step => step.Call)], Boot, new RuleCounts())
                .ShouldNotBeNull();
        }
    }
}
