using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Completes the instruction of a call once the called method has returned.</summary>
/// <param name="caller">The calling activation.</param>
/// <param name="result">In memory form; null if the method returns nothing.</param>
internal delegate void Continuation(Frame caller, Value? result);
