namespace Verify.Proofs.Symbolic.Paths;

/// <summary>A path ends before its method returns. The interpreter adds where.</summary>
internal abstract class PathEndException(string message) : Exception(message)
{
    /// <summary>Method and IL offset of the innermost instruction; null until the interpreter has seen it.</summary>
    public CodeLocation? Location { get; set; }
}

/// <summary>An exception that the code under proof throws and does not catch.</summary>
internal sealed class ThrownException(string typeName) : PathEndException($"{typeName} is thrown")
{
    public string TypeName { get; } = typeName;
}

/// <summary>A loop is not left within the bound (the unwinding assertion).</summary>
internal sealed class LoopBoundException(int bound) : PathEndException($"the loop is not left after {bound} rounds");

/// <summary>No input that led here satisfies an assumption.</summary>
internal sealed class AssumptionException() : PathEndException("an assumption cannot be met");

/// <summary>An input that led here breaks an assertion.</summary>
internal sealed class AssertionException(string claim) : PathEndException($"not always: {claim}");
