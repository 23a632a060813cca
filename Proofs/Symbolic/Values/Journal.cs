
namespace Verify.Proofs.Symbolic.Values;

/// <summary>The writes on one arm of a merged branch, to be undone and merged with those of the other arm.</summary>
/// <param name="outer">The journal of the enclosing arm.</param>
internal sealed class Journal(Journal? outer)
{
    private readonly Dictionary<Cell, Value> _before = [];

    public Journal? Outer => outer;

    /// <summary>Called before a cell changes.</summary>
    public void Record(Cell cell) => _before.TryAdd(cell, cell.Value);

    /// <summary>Restores the old value of every cell, and returns the new values.</summary>
    public Dictionary<Cell, Value> Undo()
    {
        var after = new Dictionary<Cell, Value>();
        foreach ((Cell cell, Value value) in _before)
        {
            after.Add(cell, cell.Value);
            cell.Restore(value);
        }

        return after;
    }
}
