
namespace Verify.Proofs.CompiledCode;

/// <summary>The code under proof does what the executor cannot; the proof's result is unknown.</summary>
internal sealed class UnsupportedCodeException(string what) : PathEndException(what);
