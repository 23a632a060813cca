using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>
/// One walk through everything that is reachable, with a number noted at each item; items not yet reached have 0. The
/// notes of an older walk count as 0, so nothing needs to be wiped, and nothing is allocated.
/// </summary>
internal readonly struct Traversal(int round)
{
    public int NoteOf(ZoneItem item) => item.TraversalRound == round ? item.TraversalNote : 0;

    public void Note(ZoneItem item, int note)
    {
        item.TraversalRound = round;
        item.TraversalNote = note;
    }

    /// <summary>Counts one more way to the item; returns how many there are so far.</summary>
    public int Count(ZoneItem item)
    {
        int count = NoteOf(item) + 1;
        Note(item, count);
        return count;
    }
}
