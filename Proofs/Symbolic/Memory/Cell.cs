using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>
/// One place in memory that changes: an argument, a local variable, an object's fields, an array's element.
/// </summary>
/// <param name="value">What it holds at first.</param>
/// <param name="owner">The run that made it. Only that one may write to it.</param>
internal sealed class Cell(Value value, object owner)
{
    public Value Value { get; private set; } = value;

    /// <summary>The run that made it.</summary>
    public object Owner => owner;

    /// <exception cref="UnsupportedCodeException">
    /// It belongs to another run: merged code has no effects, and static objects do not change.
    /// </exception>
    public void Write(Value value, Interpreter writer)
    {
        if (writer != owner)
        {
            throw new UnsupportedCodeException("a write to what is static, or outside of merged code");
        }

        writer.Journal?.Record(this);
        Value = value;
    }

    /// <summary>Takes back what was written.</summary>
    public void Restore(Value value) => Value = value;
}
