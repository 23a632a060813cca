namespace Verify.Proofs.Solving;

/// <summary>A question that stays open; the proof's result is unknown.</summary>
internal sealed class UndecidedException(string reason) : Exception(reason);
