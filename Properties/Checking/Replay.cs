using Verify.Abi;
using Verify.Model.Dialects;

namespace Verify.Properties.Checking;

/// <summary>Given calls, run on both sides up to the first fault; the exits at the end included.</summary>
/// <param name="Steps">The calls that were made, with the outcomes observed; null for one that threw.</param>
/// <param name="Fault">What goes wrong first; null where nothing does.</param>
public sealed record Replay(IReadOnlyList<Step> Steps, Finding? Fault)
{
    /// <summary>Runs calls in a world.</summary>
    /// <param name="world">The machine.</param>
    /// <param name="calls">The calls in order.</param>
    /// <param name="boot">Boots the implementation.</param>
    /// <param name="counts">Where to count what the run covers.</param>
    /// <param name="dialect">What is loosened of what FreeBSD 4.0 does; null for nothing.</param>
    public static Replay Of(
        World world, IEnumerable<Call> calls, SystemFactory boot, RuleCounts counts, Dialect? dialect = null)
    {
        var lockstep = new Lockstep(world, boot, counts, dialect);
        foreach (Call call in calls)
        {
            if (lockstep.Step(call) is { } finding)
            {
                return new Replay(lockstep.Steps, finding);
            }
        }

        Step[] steps = [.. lockstep.Steps];
        return new Replay(steps, lockstep.Finish());
    }

    /// <summary>The first step of a trace that states another outcome than the one observed; -1 if there is none.</summary>
    /// <param name="stated">The steps of the trace; those that state no outcome fit any.</param>
    /// <param name="observed">What was seen of as many of its calls as were made; null for one that threw.</param>
    public static int FirstMisstated(IEnumerable<Step> stated, IEnumerable<Outcome?> observed)
    {
        int index = 0;
        foreach ((Step step, Outcome? seen) in stated.Zip(observed))
        {
            if (step.Expected is { } expected && seen is { } outcome && expected != outcome)
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    /// <summary>What goes wrong first; null where nothing does.</summary>
    public static Finding? Run(World world, IEnumerable<Call> calls, SystemFactory boot, RuleCounts counts) =>
        Of(world, calls, boot, counts).Fault;
}
