namespace Verify.Properties.Mutants;

/// <summary>A mutant cannot be used: its file is malformed, or its change no longer fits the source.</summary>
public sealed class MutantException : Exception
{
    /// <summary>Creates an exception without a message.</summary>
    public MutantException()
    {
    }

    /// <summary>Creates an exception with one line that names the mutant.</summary>
    public MutantException(string message)
        : base(message)
    {
    }

    /// <summary>Creates an exception with one line that names the mutant, and a cause.</summary>
    public MutantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
