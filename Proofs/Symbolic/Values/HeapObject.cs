using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A reference to an object, which is known: two are equal exactly if they are the same.</summary>
/// <param name="type">Its class, or what is boxed in it.</param>
/// <param name="content">Its fields, or the boxed value.</param>
internal sealed class HeapObject(ClosedType type, Cell content) : Value
{
    public ClosedType Type { get; } = type;

    public Cell Content { get; } = content;

    public override string ToString() => $"an object of type {Type}";
}
