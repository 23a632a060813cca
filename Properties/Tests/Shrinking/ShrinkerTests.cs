using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;

namespace Verify.Properties.Tests.Shrinking;

public sealed class ShrinkerTests
{
    [Fact]
    public void A_call_with_a_wrong_outcome_stays_with_the_calls_it_needs()
    {
        string trace = Shrunk((call, outcome) => call is Call.Accept && outcome.IsAsleep
            ? Outcome.Failed(Errno.EBADF) : outcome);

        trace.ShouldEndWith("[1] accept(3) = -1 EBADF\n");
        trace.ShouldContain("[1] listen(3, 0) = 0\n");
        trace.Split('\n').Count(line => line.StartsWith('[')).ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void A_second_process_is_removed_if_it_is_not_needed() =>
        Shrunk((call, outcome) => call is Call.GetSockName && outcome.Address == new Endpoint(Ipv4.Any, 53)
            ? Outcome.Named(new Endpoint(Ipv4.Any, 54)) : outcome).ShouldBe("""
            if fxp0 10.0.0.1/24
            [1] socket(AF_INET, SOCK_DGRAM, 0) = 3
            [1] bind(3, 0.0.0.0:53) = 0
            [1] getsockname(3) = 0.0.0.0:54

            """);

    [Fact]
    public void A_prison_stays_if_it_is_needed()
    {
        string trace = Shrunk(world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
                HasAddress(world) && outcome.Error == Errno.EADDRNOTAVAIL && call is Call.Listen
                    ? Outcome.Ok : outcome,
        });

        trace.ShouldContain("jail(");
        trace.Split('\n', StringSplitOptions.RemoveEmptyEntries).Count(line => line[0] == '[')
            .ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void No_call_of_a_shrunk_trace_can_be_removed()
    {
        SystemFactory boot = world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
                call is Call.RecvFrom && outcome.Succeeded ? Outcome.Returned(99) : outcome,
        };
        Finding shrunk = Shrinker.Minimise(First(boot), boot);

        shrunk.Trace.Steps.Length.ShouldBeLessThan(10);
        for (int i = 0; i < shrunk.Trace.Steps.Length; i++)
        {
            var calls = shrunk.Trace.Steps.RemoveAt(i).Select(step => step.Call);
            Finding? without = Replay.Run(shrunk.Trace.World, [.. calls], boot, new RuleCounts());
            (without?.IsLike(shrunk) ?? false).ShouldBeFalse();
        }
    }

    [Fact]
    public void Shrinking_is_deterministic()
    {
        SystemFactory boot = world => new FaultySystem(world)
        {
            ChangeOutcome = (call, outcome) =>
                call is Call.Connect && outcome.Error == Errno.EADDRINUSE ? Outcome.Ok : outcome,
        };
        Finding finding = First(boot);

        TraceWriter.Write(Shrinker.Minimise(finding, boot).Trace)
            .ShouldBe(TraceWriter.Write(Shrinker.Minimise(finding, boot).Trace));
    }

    /// <summary>Without an address, the call fails with this error outside prisons too.</summary>
    private static bool HasAddress(World world) => world.Interfaces.Any(nic => nic.Addresses.Length > 0);

    private static string Shrunk(Func<Call, Outcome, Outcome> change) =>
        Shrunk(world => new FaultySystem(world) { ChangeOutcome = change });

    private static string Shrunk(SystemFactory boot)
    {
        Finding found = First(boot);
        Finding shrunk = Shrinker.Minimise(found, boot);
        shrunk.IsLike(found).ShouldBeTrue();
        return TraceWriter.Write(shrunk.Trace);
    }

    private static Finding First(SystemFactory boot) => Campaign.Run(
        new CampaignOptions { StopAtFirst = true, Threads = 2, Calls = 1_000_000 }, boot).Findings[0].Finding;
}
