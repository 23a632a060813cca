namespace Verify.Proofs.CompiledCode;

/// <summary>A path ends before its method returns. The interpreter adds the location.</summary>
internal abstract class PathEndException(string message) : Exception(message)
{
    /// <summary>The innermost instruction; null until the interpreter sets it.</summary>
    public CodeLocation? Location { get; set; }
}
