using System.Runtime.CompilerServices;

namespace Verify.Proofs.Claims;

/// <summary>
/// What a harness says. On known values these methods do what they say; the symbolic executor reads them as the
/// proof's assumptions and obligations.
/// </summary>
public static class Proof
{
    /// <summary>Leaves out every input for which the condition is false.</summary>
    /// <exception cref="AssumptionFailedException">This input is one of them.</exception>
    public static void Assume(bool condition)
    {
        if (!condition)
        {
            throw new AssumptionFailedException();
        }
    }

    /// <summary>Requires the condition for every input not left out.</summary>
    /// <param name="condition">What has to hold.</param>
    /// <param name="claim">The condition in words; by default its source text.</param>
    /// <exception cref="AssertionFailedException">It is false.</exception>
    public static void Assert(bool condition, [CallerArgumentExpression(nameof(condition))] string claim = "")
    {
        if (!condition)
        {
            throw new AssertionFailedException(claim);
        }
    }

    /// <summary>
    /// Requires that some input comes here with the condition true, and is left out by no assumption: what the harness
    /// is about does occur. A single run does not tell.
    /// </summary>
    /// <param name="condition">What has to occur.</param>
    /// <param name="claim">The condition in words; by default its source text.</param>
    public static void Cover(bool condition, [CallerArgumentExpression(nameof(condition))] string claim = "")
    {
    }
}
