using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>An exception that the code under proof throws; one that it does not catch ends the path.</summary>
internal sealed class ThrownException(HeapObject thrown) : PathEndException($"{thrown.Type} is thrown")
{
    public HeapObject Thrown { get; } = thrown;
}

/// <summary>A loop is not left within the bound (the unwinding assertion).</summary>
internal sealed class LoopBoundException(int bound) : PathEndException($"the loop is not left after {bound} rounds");

/// <summary>No input that led here satisfies an assumption.</summary>
internal sealed class AssumptionException() : PathEndException("an assumption cannot be met");

/// <summary>An input that led here breaks an assertion.</summary>
internal sealed class AssertionException(string claim) : PathEndException($"not always: {claim}");
