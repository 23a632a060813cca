using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Traces that are simpler than a trace in one respect, without outcomes.</summary>
internal static class Candidates
{
    /// <summary>Without some consecutive calls, the shortest first.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> Shorter(Trace trace)
    {
        ImmutableArray<Call> calls = CallsOf(trace);
        for (int length = calls.Length; length > 0; length /= 2)
        {
            for (int at = calls.Length - length; at >= 0; at -= length)
            {
                yield return (trace.World, calls.RemoveRange(at, length));
            }
        }
    }

    /// <summary>Without a call, and without the descriptor or process that it creates.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithoutOneCreation(Trace trace) =>
        Enumerable.Range(0, trace.Steps.Length).Select(i => (trace.World, CallRemoval.Without(trace.Steps, i)));

    /// <summary>Without a fork(2); the parent makes the calls of the child.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithoutOneChild(Trace trace) =>
        Enumerable.Range(0, trace.Steps.Length)
            .Where(i => trace.Steps[i] is { Call: Call.Fork, Stated.Kind: ReplyKind.Returned })
            .Select(i => (trace.World, CallRemoval.Merged(trace.Steps, i)));

    /// <summary>Without a call that sleeps, and without the one that wakes it.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithoutOneSleep(Trace trace) =>
        Enumerable.Range(0, trace.Steps.Length)
            .Where(i => CallEnd.Sleeps(trace.Steps[i]))
            .Select(i => (trace.World, CallRemoval.WithoutSleep(trace.Steps, i)));

    /// <summary>On a simpler machine. If processes continue at once on it, no call makes them.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> OnSimplerMachine(Trace trace) =>
        WorldSimplifier.Simpler(trace.World).Select(world => (
            world,
            world.WakesLater ? CallsOf(trace) : [.. CallsOf(trace).Where(call => call is not Call.Resume)]));

    /// <summary>With simpler arguments of one call.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithSimplerArguments(Trace trace)
    {
        ImmutableArray<Call> calls = CallsOf(trace);
        return calls.SelectMany(
            (call, i) => CallSimplifier.Simpler(call).Select(simpler => (trace.World, calls.SetItem(i, simpler))));
    }

    private static ImmutableArray<Call> CallsOf(Trace trace) => [.. trace.Steps.Select(step => step.Call)];
}
