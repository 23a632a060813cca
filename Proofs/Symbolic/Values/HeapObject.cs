using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A reference to a known object. Two references are equal exactly if they are the same instance.</summary>
/// <param name="type">The class, or the type of the boxed value.</param>
/// <param name="content">The fields, or the boxed value.</param>
internal sealed class HeapObject(ClosedType type, Cell content) : Value
{
    public ClosedType Type { get; } = type;

    public Cell Content { get; } = content;

    public override string ToString() => $"an object of type {Type}";
}
