using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// One mutable memory location: an argument, a local variable, the fields of an object, an array element.
/// </summary>
/// <param name="value">The initial value.</param>
/// <param name="owner">The memory that it belongs to. No other run may write to it.</param>
/// <param name="local">The number of a local variable, in order of allocation; null for all else.</param>
internal sealed class Cell(Value value, object owner, int? local = null)
{
    public Value Value { get; private set; } = value;

    /// <summary>The memory that it belongs to.</summary>
    public object Owner => owner;

    /// <exception cref="UnsupportedCodeException">
    /// It belongs to another run: merged code must be pure, and static objects must not change.
    /// </exception>
    public void Write(Value value, RunMemory writer)
    {
        if (writer != owner)
        {
            throw new UnsupportedCodeException("a write to a static object, or outside of merged code");
        }

        RequireInside(writer);
        writer.Record(this);
        Value = value;
    }

    /// <summary>Rejects writes that are visible outside of a method that has already returned on some way.</summary>
    public void RequireInside(RunMemory writer)
    {
        if (writer.Guard > (local ?? -1))
        {
            throw new UnsupportedCodeException("a write outside of merged code that returns early");
        }
    }

    /// <summary>Undoes writes.</summary>
    public void Restore(Value value) => Value = value;
}
