using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>
/// Counts how often the loops of a guarded system go round within one call. Counting, not a clock, so that an endless
/// loop is found at the same point every time.
/// </summary>
public static class LoopGuard
{
    /// <summary>
    /// Turns allowed in one call. A sound one needs far fewer: with a thousand sockets it tries at most a thousand ports,
    /// each with a walk of one hash chain.
    /// </summary>
    public const int Limit = 1_000_000;

    [ThreadStatic]
    private static int s_turns;

    /// <summary>Starts a call.</summary>
    public static void Reset() => s_turns = 0;

    /// <summary>One turn of a loop; <see cref="LoopGuardRewriter"/> puts this call into every loop's body.</summary>
    /// <exception cref="LoopGuardException">There were too many.</exception>
    public static void Turn()
    {
        if (++s_turns > Limit)
        {
            throw new LoopGuardException($"a loop does not end: {Limit} turns in one call");
        }
    }
}
