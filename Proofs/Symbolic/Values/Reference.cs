using System.Collections.Immutable;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>A managed reference (<c>ref</c>, <c>in</c>, <c>out</c>, a struct's <c>this</c>): a cell, and the way to a
/// field inside the struct that it holds.</summary>
internal sealed class Reference(Cell cell, ImmutableArray<int> path) : Value
{
    public Reference(Cell cell)
        : this(cell, [])
    {
    }

    /// <summary>The array that the cell is an element of, and which; null where it is none.</summary>
    public (ArrayObject Array, int Index)? Element { get; private init; }

    /// <summary>A reference to an element; past the end it is one that cannot be used.</summary>
    public static Reference To(ArrayObject array, int index) =>
        new(index >= 0 && index < array.Elements.Length ? array.Elements[index] : new Cell(Null.Instance, array))
        {
            Element = (array, index),
        };

    public Reference Field(int index) => new(cell, path.Add(index));

    public Value Read() => path.Aggregate(
        Element is var (array, index) && (index < 0 || index >= array.Elements.Length)
            ? throw new UnsupportedCodeException("a read beyond an array")
            : cell.Value,
        (value, field) => ((StructValue)value).Fields[field]);

    /// <exception cref="UnsupportedCodeException">The cell is not the writer's.</exception>
    public void Write(Value value, RunMemory writer) => cell.Write(Replace(cell.Value, 0, value), writer);

    public bool IsSame(Reference other) =>
        Element is var (array, index) && other.Element is var (otherArray, otherIndex)
            ? array == otherArray && index == otherIndex
            : cell == other.Cell && path.SequenceEqual(other.Path);

    public override string ToString() => "a managed reference";

    private Cell Cell => cell;

    private ImmutableArray<int> Path => path;

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
