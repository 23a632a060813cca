using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Makes a failing trace small: fewer calls, fewer processes and descriptors, a plainer world, simpler arguments. A
/// candidate counts only if it fails with the same kind and headline, so that one failure never turns into another.
/// Deterministic: it depends on the trace and the system only.
/// </summary>
public sealed class Shrinker
{
    private readonly SystemFactory _boot;
    private readonly CancellationToken _cancel;
    private readonly RuleCounts _counts = new();
    private Finding _best;

    private Shrinker(Finding finding, SystemFactory boot, CancellationToken cancel)
    {
        _best = finding;
        _boot = boot;
        _cancel = cancel;
    }

    private World World => _best.Trace.World;

    private ImmutableArray<Call> Calls => [.. _best.Trace.Steps.Select(step => step.Call)];

    /// <summary>A smallest finding like the given one, as far as single changes find it.</summary>
    /// <param name="finding">What to shrink. It must come again when its calls are replayed.</param>
    /// <param name="boot">Boots the system that fails.</param>
    /// <param name="cancel">Ends it early with the smallest so far.</param>
    public static Finding Minimise(Finding finding, SystemFactory boot, CancellationToken cancel = default)
    {
        var shrinker = new Shrinker(finding, boot, cancel);
        while (!cancel.IsCancellationRequested && shrinker.Round())
        {
        }

        return shrinker._best;
    }

    /// <summary>One pass of everything; true where something became smaller.</summary>
    private bool Round()
    {
        bool smaller = RemoveCalls();
        smaller |= TryAll(Candidates.WithoutOneMade);
        smaller |= TryAll(Candidates.WithoutOneChild);
        smaller |= TryAll(Candidates.Plainer);
        smaller |= TryAll(Candidates.Simpler);
        return smaller;
    }

    /// <summary>Removes runs of calls, long ones first.</summary>
    private bool RemoveCalls()
    {
        bool smaller = false;
        for (int length = Calls.Length / 2; length > 0; length /= 2)
        {
            for (int at = Calls.Length - length; at >= 0; at -= length)
            {
                at = Math.Min(at, Calls.Length - length);
                smaller |= at >= 0 && Try(World, Calls.RemoveRange(at, length));
            }
        }

        return smaller;
    }

    /// <summary>Tries candidates in order, and all of them anew after each success.</summary>
    private bool TryAll(Func<Trace, IEnumerable<(World World, ImmutableArray<Call> Calls)>> candidates)
    {
        bool smaller = false;
        while (candidates(_best.Trace).Any(candidate => Try(candidate.World, candidate.Calls)))
        {
            smaller = true;
        }

        return smaller;
    }

    /// <summary>
    /// Takes a candidate that fails alike. One that fails only after its own calls, in the exits that end every run,
    /// would be as long again as what was removed from it.
    /// </summary>
    private bool Try(World world, ImmutableArray<Call> calls)
    {
        if (_cancel.IsCancellationRequested
            || Replay.Run(world, calls, _boot, _counts) is not { } finding
            || !finding.IsLike(_best)
            || finding.Trace.Steps.Length > calls.Length)
        {
            return false;
        }

        _best = finding;
        return true;
    }
}
