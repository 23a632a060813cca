namespace Verify.Proofs.Solving;

/// <summary>A query was not decided: the verdict is unknown.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);
