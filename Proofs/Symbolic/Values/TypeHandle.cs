using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A type as a value: the result of typeof.</summary>
internal sealed class TypeHandle(ClosedType type) : Value
{
    public ClosedType Type { get; } = type;

    public override string ToString() => $"typeof({Type})";
}
