using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties;

/// <summary>Runs given calls on both sides.</summary>
public static class Replay
{
    /// <summary>What goes wrong first in a world with some calls, the exits at the end included; null where nothing does.</summary>
    public static Finding? Run(World world, ImmutableArray<Call> calls, SystemFactory boot, RuleCounts counts)
    {
        var lockstep = new Lockstep(world, boot, counts);
        foreach (Call call in calls)
        {
            if (lockstep.Step(call) is { } finding)
            {
                return finding;
            }
        }

        return lockstep.Finish();
    }
}
