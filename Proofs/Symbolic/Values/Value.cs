namespace Verify.Proofs.Symbolic.Values;

/// <summary>A value on the evaluation stack or in memory. Immutable: a write replaces it.</summary>
internal abstract class Value;
