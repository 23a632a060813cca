using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Verify.Abi;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Generation;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Whole runs for FsCheck, which chooses a seed and a length; the generator makes the calls. Name this class in the
/// <c>Arbitrary</c> of a property. The outcomes in a trace are those of the implementation.
/// </summary>
public static class ArbitraryRuns
{
    /// <summary>Runs that shrink to fewer calls, simpler machines and simpler arguments.</summary>
    public static Arbitrary<Trace> Arbitrary() => Arb.From(
        from seed in Gen.Choose(0, int.MaxValue)
        from calls in Gen.Choose(1, Generator.CallsPerRun)
        select Make((ulong)seed, calls),
        Smaller);

    /// <summary>The first calls of the first run of a seed, up to the first finding.</summary>
    private static Trace Make(ulong seed, int calls)
    {
        var generator = new Generator(seed, run: 0);
        World world = generator.NextWorld();
        using var lockstep = new Lockstep(world, Boot, new RuleCounts());
        while (lockstep.Steps.Count < calls
            && generator.Next(lockstep.State) is { } call
            && lockstep.Step(call) is null)
        {
        }

        return Trace.Of(world, lockstep.Steps);
    }

    private static IEnumerable<Trace> Smaller(Trace trace) =>
        Candidates.Shorter(trace)
            .Concat(Candidates.WithoutOneCreation(trace))
            .Concat(Candidates.WithoutOneSleep(trace))
            .Concat(Candidates.WithoutOneChild(trace))
            .Concat(Candidates.OnSimplerMachine(trace))
            .Concat(Candidates.WithSimplerArguments(trace))
            .Select(candidate => Observe(candidate.World, candidate.Calls));

    private static Trace Observe(World world, ImmutableArray<Call> calls)
    {
        using Machine system = Boot(world);
        return new Trace(world, [.. calls.Select(call => new Step(call, system.Execute(call)))]);
    }

    private static Machine Boot(World world) => new(world);
}
