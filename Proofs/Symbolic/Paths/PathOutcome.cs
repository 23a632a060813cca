using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>The outcome of one path.</summary>
/// <param name="Result">The result of the method in memory form; null if there is none.</param>
/// <param name="End">Why the method did not return; null if it did.</param>
internal readonly record struct PathOutcome(Value? Result, PathEndException? End);
