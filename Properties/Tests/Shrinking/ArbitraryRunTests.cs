using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Shouldly;
using Verify.Implementation;
using Verify.Model;
using Verify.Model.Goals;
using Verify.Model.States;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Tests.Checking;
using Xunit;
using Outcome = Verify.Abi.Calls.Outcome;
using Replay = Verify.Properties.Checking.Replay;

namespace Verify.Properties.Tests.Shrinking;

/// <summary>The main properties of the suite, as FsCheck properties of whole runs.</summary>
[Properties(Replay = "1,1", Arbitrary = [typeof(ArbitraryRuns)], MaxTest = 500)]
public sealed class ArbitraryRunTests
{
    [Property]
    public void Model_and_implementation_agree(Trace run) =>
        Check(run, world => new Machine(world))?.Message.ShouldBeNull();

    [Property]
    public void Goals_hold(Trace run)
    {
        var system = new Machine(run.World);
        var sockets = new SocketEntry[1024];
        var processes = new ProcessEntry[1024];
        State state = Spec.Boot(run.World);
        foreach (Step step in run.Steps)
        {
            Outcome outcome = system.Execute(step.Call);
            State next = Spec.Step(state, step.Call, in outcome).Next;
            Span<SocketEntry> open = sockets.AsSpan(0, system.Sockstat(sockets));
            Span<ProcessEntry> alive = processes.AsSpan(0, system.Processes(processes));

            SafetyGoals.Check(state, step.Call, in outcome).ShouldBeNull();
            SafetyGoals.Check(state, step.Call, open).ShouldBeNull();
            SafetyGoals.Check(open).ShouldBeNull();
            SafetyGoals.Check(state, step.Call, in outcome, next).ShouldBeNull();
            SafetyGoals.Check(state, step.Call, next, alive).ShouldBeNull();
            state = next;
        }
    }

    /// <summary>In a table with one chain every lookup is linear (G5).</summary>
    [Property]
    public void One_chain_and_many_give_the_same_outcomes(Trace run) => Outcomes(run, 1).ShouldBe(Outcomes(run, 512));

    [Property]
    public void A_run_has_the_outcomes_of_the_implementation(Trace run) =>
        Outcomes(run, run.World.Tunables.TcpHashSize).ShouldBe(run.Steps.Select(step => step.Stated!.Least));

    /// <summary>The last failure is the smallest, because FsCheck shrinks failing values only.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fault_makes_the_property_fail_with_a_small_counterexample(ulong seed)
    {
        Trace? first = null;
        Trace? smallest = null;
        Config config = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(seed, gamma: 1).WithQuietOnSuccess(true);

        Should.Throw<Exception>(() => FsCheck.Check.One(config, Prop.ForAll(ArbitraryRuns.Arbitrary(), run =>
        {
            bool agrees = Check(run, FaultySystem.ThirdBindTaken) is null;
            if (!agrees)
            {
                first ??= run;
                smallest = run;
            }

            return agrees;
        }))).Message.ShouldContain("Falsifiable");

        first.ShouldNotBeNull().Steps.Length.ShouldBeGreaterThan(10);
        ImmutableArray<Call> calls = CallsOf(smallest.ShouldNotBeNull());
        calls.Length.ShouldBeLessThan(10, smallest.ToString());
        calls.Count(call => call is Call.Bind).ShouldBe(3);
        for (int i = 0; i < calls.Length; i++)
        {
            Replay.Run(smallest.World, calls.RemoveAt(i), FaultySystem.ThirdBindTaken, new RuleCounts())
                .ShouldBeNull($"call {i + 1} is not needed:\n{smallest}");
        }
    }

    private static Finding? Check(Trace run, SystemFactory boot) =>
        Replay.Run(run.World, CallsOf(run), boot, new RuleCounts());

    private static IEnumerable<Outcome> Outcomes(Trace run, int buckets)
    {
        var system = new Machine(
            run.World with { Tunables = run.World.Tunables with { TcpHashSize = buckets } });
        return [.. CallsOf(run).Select(system.Execute)];
    }

    private static ImmutableArray<Call> CallsOf(Trace run) => [.. run.Steps.Select(step => step.Call)];
}
