namespace Verify.Properties.Checking;

/// <summary>
/// A system's loop went round so often within one call that it is taken to have no end (G2, G7). Only code compiled with
/// loop guards throws it: a mutant, never the implementation as built.
/// </summary>
public sealed class LoopGuardException : Exception
{
    /// <summary>Without a message.</summary>
    public LoopGuardException()
    {
    }

    /// <summary>With a message.</summary>
    public LoopGuardException(string message)
        : base(message)
    {
    }

    /// <summary>With a message and what led to it.</summary>
    public LoopGuardException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
