namespace Verify.Properties.Checking;

/// <summary>
/// The loops of a system iterated so often within one call that the call is taken not to return (G2, G7). Only code
/// compiled with loop guards throws it: mutants, never the implementation itself.
/// </summary>
public sealed class LoopGuardException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public LoopGuardException()
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    public LoopGuardException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    public LoopGuardException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
