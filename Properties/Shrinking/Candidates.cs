using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>What can be tried instead of a trace, smaller by one thing; its outcomes have to be seen anew.</summary>
internal static class Candidates
{
    /// <summary>Without some calls in a row, many first.</summary>
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

    /// <summary>Without a call and what it made.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithoutOneMade(Trace trace) =>
        Enumerable.Range(0, trace.Steps.Length).Select(i => (trace.World, CallRemoval.Without(trace.Steps, i)));

    /// <summary>Without a fork, its child's calls made by the parent.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> WithoutOneChild(Trace trace) =>
        Enumerable.Range(0, trace.Steps.Length)
            .Where(i => trace.Steps[i] is { Call: Call.Fork, Expected.Succeeded: true })
            .Select(i => (trace.World, CallRemoval.Merged(trace.Steps, i)));

    /// <summary>In a plainer world.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> Plainer(Trace trace) =>
        WorldSimplifier.Simpler(trace.World).Select(world => (world, CallsOf(trace)));

    /// <summary>With one call's arguments simpler.</summary>
    public static IEnumerable<(World World, ImmutableArray<Call> Calls)> Simpler(Trace trace)
    {
        ImmutableArray<Call> calls = CallsOf(trace);
        return calls.SelectMany(
            (call, i) => CallSimplifier.Simpler(call).Select(simpler => (trace.World, calls.SetItem(i, simpler))));
    }

    private static ImmutableArray<Call> CallsOf(Trace trace) => [.. trace.Steps.Select(step => step.Call)];
}
