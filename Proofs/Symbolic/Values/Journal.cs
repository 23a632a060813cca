
namespace Verify.Proofs.Symbolic.Values;

/// <summary>What one of two ways through merged code wrote, to be undone and merged with the other.</summary>
/// <param name="outer">The journal of the way that this one is part of.</param>
internal sealed class Journal(Journal? outer)
{
    private readonly Dictionary<Cell, Value> _before = [];

    public Journal? Outer => outer;

    /// <summary>Called before a cell changes.</summary>
    public void Record(Cell cell) => _before.TryAdd(cell, cell.Value);

    /// <summary>Gives every cell its old value back; returns the new ones.</summary>
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
