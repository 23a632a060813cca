using System.Collections.Immutable;
using Verify.Abi;
using Verify.Properties.Checking;

namespace Verify.Properties.Shrinking;

/// <summary>
/// Reduces a failing trace to fewer calls, processes and descriptors, a simpler machine and simpler arguments. A
/// candidate must fail with the same kind and headline, so that one failure does not become another. The result depends
/// on the trace and the system only.
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

    /// <summary>A finding of the same fault that no single change makes smaller.</summary>
    /// <param name="finding">The finding. A replay of its calls must reproduce it, now and then.</param>
    /// <param name="boot">Boots the system that fails.</param>
    /// <param name="cancel">Ends the reduction early, with the smallest finding so far.</param>
    public static Finding Minimise(Finding finding, SystemFactory boot, CancellationToken cancel = default)
    {
        var shrinker = new Shrinker(finding, boot, cancel);
        while (!cancel.IsCancellationRequested && shrinker.Round())
        {
        }

        return shrinker._best;
    }

    /// <summary>Tries every kind of change once; true if one of them succeeded.</summary>
    private bool Round()
    {
        bool smaller = RemoveCalls();
        smaller |= TryAll(Candidates.WithoutOneCreation);
        smaller |= TryAll(Candidates.WithoutOneSleep);
        smaller |= TryAll(Candidates.WithoutOneChild);
        smaller |= TryAll(Candidates.OnSimplerMachine);
        smaller |= TryAll(Candidates.WithSimplerArguments);
        return smaller;
    }

    /// <summary>Removes consecutive calls, many first.</summary>
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

    /// <summary>Tries candidates in order, and restarts after each success.</summary>
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
    /// Accepts a candidate with the same failure, but not one that fails in the calls that end a run: its trace would
    /// not be shorter.
    /// </summary>
    private bool Try(World world, ImmutableArray<Call> calls)
    {
        if (_cancel.IsCancellationRequested
            || Replay.Run(world, calls, _boot, _counts, _best.IsLike) is not { } finding
            || !finding.IsLike(_best)
            || finding.Trace.Steps.Length > calls.Length)
        {
            return false;
        }

        _best = finding;
        return true;
    }
}
