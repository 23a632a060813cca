using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Whole runs for FsCheck: it chooses a seed and a length, and the generator makes the calls. Name this class in a
/// property's <c>Arbitrary</c>. The outcomes in a trace are the implementation's as built.
/// </summary>
public static class ArbitraryRuns
{
    /// <summary>Runs that shrink to fewer calls, plainer worlds and simpler arguments.</summary>
    public static Arbitrary<Trace> Arbitrary() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from calls in Gen.Choose(1, Generator.CallsPerRun)
        select Make((ulong)seed, calls),
        Smaller);

    /// <summary>The first calls of a seed's first run, up to one on which the two sides disagree.</summary>
    private static Trace Make(ulong seed, int calls)
    {
        var generator = new Generator(seed, run: 0);
        World world = generator.NextWorld();
        var lockstep = new Lockstep(world, Boot, new RuleCounts());
        while (lockstep.Steps.Count < calls
            && generator.Next(lockstep.State) is { } call
            && lockstep.Step(call) is null)
        {
        }

        return new Trace(world, [.. lockstep.Steps]);
    }

    private static IEnumerable<Trace> Smaller(Trace trace) =>
        Candidates.Shorter(trace)
            .Concat(Candidates.WithoutOneMade(trace))
            .Concat(Candidates.WithoutOneChild(trace))
            .Concat(Candidates.Plainer(trace))
            .Concat(Candidates.Simpler(trace))
            .Select(candidate => Observe(candidate.World, candidate.Calls));

    private static Trace Observe(World world, ImmutableArray<Call> calls)
    {
        Machine system = Boot(world);
        return new Trace(world, [.. calls.Select(call => new Step(call, system.Execute(call)))]);
    }

    private static Machine Boot(World world) => new(world);
}
