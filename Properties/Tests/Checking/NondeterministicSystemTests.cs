using Shouldly;
using Verify.Abi;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Worlds;
using Verify.Properties.Worlds;
using Xunit;

namespace Verify.Properties.Tests.Checking;

/// <summary>A system that fails now and then: its calls are made a few times before they count as right.</summary>
public sealed class NondeterministicSystemTests
{
    private static readonly Call[] Names =
    [
        new Call.Socket(1, AddressFamily.AF_INET, SocketType.SOCK_DGRAM, Protocol.Default),
        new Call.GetSockName(1, 3),
    ];

    private int _booted;

    [Fact]
    public void A_replay_is_repeated_until_it_fails()
    {
        Replay.Run(new World(), Names, Boot(isDeterministic: false, failsOneIn: 3), new RuleCounts()).ShouldNotBeNull();
        _booted.ShouldBe(3);
    }

    [Fact]
    public void A_replay_without_a_failure_is_repeated_a_few_times()
    {
        Replay.Run(new World(), Names, Boot(isDeterministic: false, failsOneIn: 1000), new RuleCounts()).ShouldBeNull();
        _booted.ShouldBe(Replay.Attempts);
    }

    [Fact]
    public void A_deterministic_system_gets_its_calls_once()
    {
        Replay.Run(new World(), Names, Boot(isDeterministic: true, failsOneIn: 3), new RuleCounts()).ShouldBeNull();
        _booted.ShouldBe(1);
    }

    [Fact]
    public void A_finding_is_shrunk_although_it_does_not_always_show()
    {
        SystemFactory boot = Boot(isDeterministic: false, failsOneIn: 3);
        Finding found = Campaign.Run(new CampaignOptions { Calls = 5_000, Threads = 1 }, boot).Findings[0].Finding;

        Finding small = Shrinker.Minimise(found, boot);

        small.IsLike(found).ShouldBeTrue();
        small.Trace.Steps.Length.ShouldBe(2, small.Trace.ToString());
    }

    [Fact]
    public void No_world_is_explored()
    {
        ExplorationReport report = Explorer.Explore(
            KeptWorlds.Of("ports-up"), Boot(isDeterministic: false, failsOneIn: 3), new ExplorationOptions());

        report.End.ShouldBe(ExplorationEnd.LeftOut);
        report.LeftOut.ShouldBe(["small worlds, the system is not deterministic"]);
    }

    /// <summary>One in so many systems does not know the names of its sockets.</summary>
    private SystemFactory Boot(bool isDeterministic, int failsOneIn) => world =>
    {
        bool fails = ++_booted % failsOneIn == 0;
        return new FaultySystem(world)
        {
            Description = new SystemDescription { IsDeterministic = isDeterministic },
            ChangeOutcome = (call, outcome) =>
                fails && call is Call.GetSockName && outcome.Succeeded ? Outcome.Failed(Errno.EBADF) : outcome,
        };
    };
}
