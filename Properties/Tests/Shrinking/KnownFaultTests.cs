using System.Collections.Immutable;
using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Shrinking;

/// <summary>A long trace of a known fault shrinks to the shortest one that shows it.</summary>
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

    private static readonly Fault[] Faults =
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
        // Only the second socket needs the option: bind(2) then looks for its exact endpoint instead of any address.
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

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_known_fault_shrinks_to_the_calls_that_show_it(int number)
    {
        Fault fault = Faults[number];
        Finding found = fault.Find();

        Finding small = Shrinker.Minimise(found, fault.Boot);

        small.Trace.Steps.Length.ShouldBe(fault.Lines, small.Trace.ToString());
        found.Trace.Steps.Length.ShouldBeGreaterThan(fault.Lines);
        small.Trace.World.ShouldNotBe(found.Trace.World);
        ShouldBeMinimal(small, found, fault.Boot);
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_finding_of_a_campaign_shrinks_to_a_minimal_trace(int number)
    {
        SystemFactory boot = Faults[number].Boot;
        CampaignReport report = Campaign.Run(new CampaignOptions { Calls = 20_000, Seed = 7, Threads = 1 }, boot);

        report.Findings.ShouldNotBeEmpty();
        foreach (CampaignFinding found in report.Findings)
        {
            ShouldBeMinimal(Shrinker.Minimise(found.Finding, boot), found.Finding, boot);
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Shrinking_is_deterministic_and_idempotent(int number)
    {
        Fault fault = Faults[number];
        Finding small = Shrinker.Minimise(fault.Find(), fault.Boot);

        Shrinker.Minimise(fault.Find(), fault.Boot).ShouldBe(small);
        Shrinker.Minimise(small, fault.Boot).ShouldBe(small);
    }

    [Fact]
    public void A_fault_in_a_childs_call_that_the_parent_can_make_needs_no_child()
    {
        var fault = new Fault(
            world => new FaultySystem(world)
            {
                ChangeOutcome = (call, outcome) => call is Call.Jail ? Outcome.Failed(Errno.ECONNREFUSED) : outcome,
            },
            """
            [1] fork()
            [3] close(3)
            [3] close(4)
            [3] jail("/", "h", 10.0.0.2)
            """,
            Lines: 1);

        Finding small = Shrinker.Minimise(fault.Find(), fault.Boot);

        small.Trace.Steps.Length.ShouldBe(fault.Lines, small.Trace.ToString());
        small.Trace.Steps[0].Call.ShouldBeOfType<Call.Jail>().Pid.ShouldBe(1);
    }

    /// <summary>The closes that end every run show the leak.</summary>
    [Fact]
    public void A_leak_shrinks_to_one_call_and_the_end_of_the_run()
    {
        var fault = new Fault(world => new FaultySystem(world) { Leaked = 1 }, "[1] close(9)", Lines: 4);
        Finding found = fault.Find();

        Finding small = Shrinker.Minimise(found, fault.Boot);

        found.Kind.ShouldBe(FindingKind.Leak);
        small.IsLike(found).ShouldBeTrue();
        small.Trace.Steps.Length.ShouldBe(fault.Lines, small.Trace.ToString());
        small.Trace.Steps[^1].Call.ShouldBeOfType<Call.Close>();
    }

    [Fact]
    public void Shrinking_that_is_cancelled_first_returns_the_finding()
    {
        Finding found = Faults[0].Find();

        Shrinker.Minimise(found, Faults[0].Boot, new CancellationToken(canceled: true)).ShouldBeSameAs(found);
    }

    /// <summary>Setting SO_REUSEPORT has no effect.</summary>
    private static FaultySystem ReusePortForgotten(World world) => new(world)
    {
        ChangeCall = call => call is Call.SetSockOpt { Option: SocketOption.SO_REUSEPORT } set
            ? set with { Value = 0 }
            : call,
    };

    /// <summary>
    /// After a socket selects the high range, getsockname(2) returns the next higher port for every bound socket.
    /// </summary>
    private static FaultySystem HighPortsShifted(World world)
    {
        bool high = false;
        return new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
            {
                high |= call is Call.SetSockOpt { Option: SocketOption.IP_PORTRANGE, Value: 1 } && outcome.Succeeded;
                return high && call is Call.GetSockName
                    && outcome.Address is { Port: > 0 and < ushort.MaxValue } end
                    ? Outcome.Named(end with { Port = (ushort)(end.Port + 1) })
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

    /// <summary>
    /// A faulty system, calls after the noise that show its fault, and the number of calls of the shortest trace.
    /// </summary>
    private sealed record Fault(SystemFactory Boot, string Calls, int Lines)
    {
        public Finding Find()
        {
            Trace trace = TraceReader.Read(Noise + Calls + "\n", "fault");
            return Replay.Run(trace.World, [.. trace.Steps.Select(step => step.Call)], Boot, new RuleCounts())
                .ShouldNotBeNull();
        }
    }
}
