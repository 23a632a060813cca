namespace Verify.Proofs.CrossChecking;

/// <summary>The second solver cannot be run; the message states in one line what to do.</summary>
public sealed class SolverMissingException(string message, Exception? innerException = null)
    : Exception(message, innerException);
