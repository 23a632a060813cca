
namespace Verify.Proofs.CompiledCode;

/// <summary>The executor does not support the code under proof: the verdict is unknown.</summary>
internal sealed class UnsupportedCodeException(string what) : PathEndException(what);
