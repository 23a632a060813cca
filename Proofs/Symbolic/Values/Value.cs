namespace Verify.Proofs.Symbolic.Values;

/// <summary>What lies on the evaluation stack or in memory. Immutable; memory changes by replacing it.</summary>
internal abstract class Value;
