using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>One place in memory that changes: an argument, a local variable, a static field.</summary>
internal sealed class Cell(Value value)
{
    public Value Value { get; set; } = value;
}
