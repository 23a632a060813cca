using Verify.Proofs.Symbolic.Paths;

namespace Verify.Proofs.Symbolic;

/// <summary>The code under proof does what the executor cannot; the proof's result is unknown.</summary>
internal sealed class UnsupportedCodeException(string what) : PathEndException(what);
