using Verify.Properties.Checking;

namespace Verify.Properties.Mutants;

/// <summary>
/// Counts the iterations of the loops of a guarded system within one call. It counts instead of measuring time, so that
/// an endless loop is always detected at the same point.
/// </summary>
public static class LoopGuard
{
    /// <summary>
    /// The iterations allowed in one call. A correct call needs far fewer: with a thousand sockets it tries at most a
    /// thousand ports, and walks one hash chain for each.
    /// </summary>
    public const int Limit = 1_000_000;

    [ThreadStatic]
    private static int s_iterations;

    /// <summary>Resets the counter at the start of a call.</summary>
    public static void Reset() => s_iterations = 0;

    /// <summary>
    /// Counts one iteration. <see cref="LoopGuardRewriter"/> inserts the call into the body of every loop.
    /// </summary>
    /// <exception cref="LoopGuardException">The limit is exceeded.</exception>
    public static void CountIteration()
    {
        if (++s_iterations > Limit)
        {
            throw new LoopGuardException($"a loop does not end: {Limit} iterations in one call");
        }
    }
}
