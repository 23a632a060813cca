using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>
/// A traversal of all reachable items that notes a number at each; it is 0 for items not yet reached. Notes of earlier
/// traversals read as 0, so nothing has to be cleared or allocated.
/// </summary>
internal readonly struct Traversal(int round)
{
    public int NoteOf(ZoneItem item) => item.TraversalRound == round ? item.TraversalNote : 0;

    public void Note(ZoneItem item, int note)
    {
        item.TraversalRound = round;
        item.TraversalNote = note;
    }

    /// <summary>Counts another reference to the item and returns the number found so far.</summary>
    public int Count(ZoneItem item)
    {
        int count = NoteOf(item) + 1;
        Note(item, count);
        return count;
    }
}
