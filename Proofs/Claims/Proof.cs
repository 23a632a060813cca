using System.Runtime.CompilerServices;

namespace Verify.Proofs.Claims;

/// <summary>
/// The statements of a harness. On known values these methods run as written; the symbolic executor reads them as the
/// assumptions and obligations of the proof.
/// </summary>
public static class Proof
{
    /// <summary>Excludes every input for which the condition is false.</summary>
    /// <exception cref="AssumptionFailedException">This input is excluded.</exception>
    public static void Assume(bool condition)
    {
        if (!condition)
        {
            throw new AssumptionFailedException();
        }
    }

    /// <summary>Requires the condition for every input that is not excluded.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="claim">The condition in words; by default its source text.</param>
    /// <exception cref="AssertionFailedException">The condition is false.</exception>
    public static void Assert(bool condition, [CallerArgumentExpression(nameof(condition))] string claim = "")
    {
        if (!condition)
        {
            throw new AssertionFailedException(claim);
        }
    }

    /// <summary>
    /// Requires that some input reaches this call with the condition true and that no assumption excludes it: the case
    /// that the harness is about occurs. A single run checks nothing.
    /// </summary>
    /// <param name="condition">The condition.</param>
    /// <param name="claim">The condition in words; by default its source text.</param>
    public static void Cover(bool condition, [CallerArgumentExpression(nameof(condition))] string claim = "")
    {
    }
}
