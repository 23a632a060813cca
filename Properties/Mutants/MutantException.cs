namespace Verify.Properties.Mutants;

/// <summary>A mutant that cannot be used: its file is malformed, or its change does not fit the source any more.</summary>
public sealed class MutantException : Exception
{
    /// <summary>Without a message.</summary>
    public MutantException()
    {
    }

    /// <summary>With one line that names the mutant.</summary>
    public MutantException(string message)
        : base(message)
    {
    }

    /// <summary>With one line that names the mutant, and what led to it.</summary>
    public MutantException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
