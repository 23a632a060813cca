using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Checking;

/// <summary>The calls of a trace, made on both sides up to the first failure, with the calls that end a run.</summary>
/// <param name="Steps">The calls made, with the outcomes observed; null for a call that threw.</param>
/// <param name="Fault">The first failure; null if there is none.</param>
/// <param name="LeftOut">The checks that the system has nothing to show for, one phrase each.</param>
public sealed record Replay(
    IReadOnlyList<ObservedCall> Steps, Finding? Fault, ImmutableArray<string> LeftOut)
{
    /// <summary>How often calls are made on a system that is not deterministic, until they fail.</summary>
    public const int Attempts = 5;

    private const string LeakCheck = "leak check, process 1 sleeps";

    /// <summary>Makes calls on a machine; several times if the system is not deterministic.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="calls">The calls in order.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Counts the calls, rules and errors of the run.</param>
    /// <param name="isWanted">Tells the failure that ends the attempts; null for any.</param>
    public static Replay Of(
        World world,
        IReadOnlyCollection<Call> calls,
        SystemFactory boot,
        RuleCounts counts,
        Func<Finding, bool>? isWanted = null)
    {
        Replay replay = Once(world, calls, boot, counts, out bool isDeterministic);
        for (int attempt = 1; attempt < Attempts && !isDeterministic && !IsFound(replay); attempt++)
        {
            replay = Once(world, calls, boot, counts, out isDeterministic);
        }

        return replay;

        bool IsFound(Replay seen) => seen.Fault is { } fault && isWanted?.Invoke(fault) != false;
    }

    /// <summary>
    /// The index of the first step of a trace whose statement does not fit the outcome observed; -1 if there is none.
    /// </summary>
    /// <param name="steps">The steps of the trace.</param>
    /// <param name="observed">The outcomes of the calls made; null for a call that threw.</param>
    public static int FirstMisstated(IEnumerable<Step> steps, IEnumerable<Outcome?> observed)
    {
        int index = 0;
        foreach ((Step step, Outcome? seen) in steps.Zip(observed))
        {
            if (step.Stated is { } stated && seen is { } outcome && !stated.Fits(outcome))
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    /// <summary>The first failure; null if there is none.</summary>
    public static Finding? Run(
        World world,
        IReadOnlyCollection<Call> calls,
        SystemFactory boot,
        RuleCounts counts,
        Func<Finding, bool>? isWanted = null) =>
        Of(world, calls, boot, counts, isWanted).Fault;

    private static Replay Once(
        World world,
        IReadOnlyCollection<Call> calls,
        SystemFactory boot,
        RuleCounts counts,
        out bool isDeterministic)
    {
        using var lockstep = new Lockstep(world, boot, counts);
        isDeterministic = lockstep.System.Description.IsDeterministic;
        foreach (Call call in calls)
        {
            if (lockstep.Step(call) is { } finding)
            {
                return new Replay(lockstep.Steps, finding, lockstep.LeftOut);
            }
        }

        ObservedCall[] steps = [.. lockstep.Steps];
        Finding? fault = lockstep.Finish();
        return new Replay(
            steps, fault, lockstep.EndedAsleep ? lockstep.LeftOut.Add(LeakCheck) : lockstep.LeftOut);
    }
}
