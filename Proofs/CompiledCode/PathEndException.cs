namespace Verify.Proofs.CompiledCode;

/// <summary>A path ends before its method returns. The interpreter adds where.</summary>
internal abstract class PathEndException(string message) : Exception(message)
{
    /// <summary>Method and IL offset of the innermost instruction; null until the interpreter has seen it.</summary>
    public CodeLocation? Location { get; set; }
}
