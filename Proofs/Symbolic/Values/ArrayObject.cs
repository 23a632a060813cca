using System.Collections.Immutable;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A reference to an array of known length.</summary>
/// <param name="type">The array's type.</param>
/// <param name="elements">Its elements.</param>
internal sealed class ArrayObject(ClosedType type, ImmutableArray<Cell> elements) : Value
{
    public ClosedType Type { get; } = type;

    public ImmutableArray<Cell> Elements { get; } = elements;

    public override string ToString() => $"an array of type {Type}";
}
