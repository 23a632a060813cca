using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>How one path ended.</summary>
/// <param name="Result">What the method returned, in memory form; null where it returned nothing.</param>
/// <param name="End">Why it did not return; null where it did.</param>
internal readonly record struct PathOutcome(Value? Result, PathEndException? End);
