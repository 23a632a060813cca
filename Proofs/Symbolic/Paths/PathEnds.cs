using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Paths;

/// <summary>An exception that the code under proof throws. If it is not caught, it ends the path.</summary>
internal sealed class ThrownException(HeapObject thrown) : PathEndException($"{thrown.Type} is thrown")
{
    public HeapObject Thrown { get; } = thrown;
}

/// <summary>A loop exceeds the bound (the unwinding assertion).</summary>
internal sealed class LoopBoundException(int bound) : PathEndException($"the loop takes more than {bound} iterations");

/// <summary>No input on this path satisfies an assumption.</summary>
internal sealed class AssumptionException() : PathEndException("an assumption cannot hold");

/// <summary>Some input on this path violates an assertion.</summary>
internal sealed class AssertionException(string claim) : PathEndException($"does not always hold: {claim}");
