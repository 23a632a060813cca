using System.Collections.Immutable;
using Verify.Proofs.Symbolic.Memory;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A managed reference (<c>ref</c>, <c>in</c>, <c>out</c>, a struct's <c>this</c>): a cell, and the way to a
/// field inside the struct that it holds.</summary>
internal sealed class Reference(Cell cell, ImmutableArray<int> path) : Value
{
    public Reference(Cell cell)
        : this(cell, [])
    {
    }

    public Reference Field(int index) => new(cell, path.Add(index));

    public Value Read() => path.Aggregate(cell.Value, (value, field) => ((StructValue)value).Fields[field]);

    public void Write(Value value) => cell.Value = Replace(cell.Value, 0, value);

    private Value Replace(Value whole, int depth, Value part)
    {
        if (depth == path.Length)
        {
            return part;
        }

        var outer = (StructValue)whole;
        return outer.With(path[depth], Replace(outer.Fields[path[depth]], depth + 1, part));
    }
}
