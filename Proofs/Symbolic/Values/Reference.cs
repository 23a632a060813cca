using System.Collections.Immutable;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// A managed reference (<c>ref</c>, <c>in</c>, <c>out</c>, <c>this</c> of a struct): a cell, and the path to a field
/// inside the struct that the cell holds.
/// </summary>
internal sealed class Reference(Cell cell, ImmutableArray<int> path) : Value
{
    public Reference(Cell cell)
        : this(cell, [])
    {
    }

    /// <summary>The array and index, if the cell is an array element; otherwise null.</summary>
    public (ArrayObject Array, int Index)? Element { get; private init; }

    /// <summary>Makes a reference to an array element; past the end it cannot be read or written.</summary>
    public static Reference To(ArrayObject array, int index) =>
        new(index >= 0 && index < array.Elements.Length ? array.Elements[index] : new Cell(Null.Instance, array))
        {
            Element = (array, index),
        };

    public Reference Field(int index) => new(cell, path.Add(index));

    public Value Read() => path.Aggregate(
        Element is var (array, index) && (index < 0 || index >= array.Elements.Length)
            ? throw new UnsupportedCodeException("a read past the end of an array")
            : cell.Value,
        (value, field) => ((StructValue)value).Fields[field]);

    /// <exception cref="UnsupportedCodeException">The cell does not belong to the writer.</exception>
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
