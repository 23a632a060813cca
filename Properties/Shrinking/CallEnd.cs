using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Shrinking;

/// <summary>Where a call ends, and how.</summary>
/// <param name="Index">
/// The index of the step that ends it: the call itself, or if it sleeps the call that wakes it, or its last
/// continuation. The number of steps if it sleeps on.
/// </param>
/// <param name="Stated">What is stated of the end; null if there is none.</param>
internal readonly record struct CallEnd(int Index, Statement? Stated)
{
    /// <summary>The end of the call at an index.</summary>
    public static CallEnd Of(ImmutableArray<Step> steps, int index)
    {
        Step first = steps[index];
        if (!Sleeps(first) || first.Call is not Call.ByProcess { Pid: var pid })
        {
            return new CallEnd(index, first.Stated);
        }

        for (int i = index + 1; i < steps.Length; i++)
        {
            if (EndIn(steps[i], pid) is { } stated)
            {
                return new CallEnd(i, stated);
            }
        }

        return new CallEnd(steps.Length, null);
    }

    /// <summary>True if a step begins a sleep.</summary>
    public static bool Sleeps(Step step) => step is { Call: not Call.Resume, Stated.Kind: ReplyKind.Asleep };

    /// <summary>
    /// How the sleeping call of a process ends in a step; null if it does not. A continuation that comes too early, as
    /// nobody has woken the process, fails with ESRCH.
    /// </summary>
    private static Statement? EndIn(Step step, int pid)
    {
        if (step is { Call: Call.Resume { Pid: var continued }, Stated: { } stated })
        {
            return continued == pid && stated is { Kind: not ReplyKind.Asleep, Error: not Errno.ESRCH } ? stated : null;
        }

        return step.Stated is { Resumed: { IsDefault: false } resumed }
            ? resumed.FirstOrDefault(one => one.Pid == pid).Statement
            : null;
    }
}
