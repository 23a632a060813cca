namespace Verify.Proofs.Symbolic.Values;

/// <summary>The memory that one run has allocated, and the only memory that it may write to.</summary>
internal sealed class RunMemory
{
    private readonly Stack<(Cell Cell, Value Before)> _writes = [];

    /// <summary>Records the writes of merged code that has forked; null outside of such code.</summary>
    public Journal? Journal { get; set; }

    /// <summary>How many writes have been recorded and not undone.</summary>
    public int Writes => _writes.Count;

    /// <summary>
    /// Only local variables with this number or a higher one may change: those of a merged method that has returned on
    /// some ways, and of the methods it calls. Null if there is no such method.
    /// </summary>
    public int? Guard { get; set; }

    /// <summary>The number that the next local variable gets.</summary>
    public int NextLocal { get; private set; }

    /// <summary>Called before a cell changes.</summary>
    public void Record(Cell cell)
    {
        Journal?.Record(cell);
        _writes.Push((cell, cell.Value));
    }

    /// <summary>Undoes all writes but the first ones.</summary>
    /// <param name="kept">How many are not undone.</param>
    public void Undo(int kept)
    {
        while (_writes.Count > kept)
        {
            (Cell cell, Value before) = _writes.Pop();
            cell.Restore(before);
        }
    }

    /// <summary>Allocates memory that any method may refer to.</summary>
    public Cell NewCell(Value value) => new(value, this);

    /// <summary>Allocates memory that lives until the current method returns.</summary>
    public Cell NewLocalCell(Value value) => new(value, this, NextLocal++);
}
