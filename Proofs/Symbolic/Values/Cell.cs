using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>
/// One place in memory that changes: an argument, a local variable, an object's fields, an array's element.
/// </summary>
/// <param name="value">What it holds at first.</param>
/// <param name="owner">The run that made it. Only that one may write to it.</param>
/// <param name="local">A local variable's number in order of making; null for everything else.</param>
internal sealed class Cell(Value value, object owner, int? local = null)
{
    public Value Value { get; private set; } = value;

    /// <summary>The run that made it.</summary>
    public object Owner => owner;

    /// <exception cref="UnsupportedCodeException">
    /// It belongs to another run: merged code has no effects, and static objects do not change.
    /// </exception>
    public void Write(Value value, RunMemory writer)
    {
        if (writer != owner)
        {
            throw new UnsupportedCodeException("a write to what is static, or outside of merged code");
        }

        RequireInside(writer);
        writer.Journal?.Record(this);
        Value = value;
    }

    /// <summary>Refuses what can be seen outside of a method that has returned on some way already.</summary>
    public void RequireInside(RunMemory writer)
    {
        if (writer.Guard > (local ?? -1))
        {
            throw new UnsupportedCodeException("a write outside of merged code that returns early");
        }
    }

    /// <summary>Takes back what was written.</summary>
    public void Restore(Value value) => Value = value;
}
