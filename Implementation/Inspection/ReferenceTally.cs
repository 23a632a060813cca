using Verify.Implementation.Primitives;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Compares reference counts with the references that a traversal finds, while it finds them: if no item has more
/// references than it counts, and all items together have as many as they count, then each has.
/// </summary>
internal struct ReferenceTally
{
    private int _missing;
    private bool _hasExcess;

    /// <summary>True if each item has been found as often as it counts.</summary>
    public readonly bool IsEven => _missing == 0 && !_hasExcess;

    /// <summary>Counts another reference to an item, and returns the number found so far.</summary>
    public int Count(Traversal traversal, ZoneItem item, int counted)
    {
        int found = traversal.Count(item);
        Add(found, counted);
        return found;
    }

    /// <summary>Takes note of a reference.</summary>
    /// <param name="found">The references to the item found so far, with this one.</param>
    /// <param name="counted">The references that it counts.</param>
    public void Add(int found, int counted)
    {
        _missing += found == 1 ? counted - 1 : -1;
        _hasExcess |= found > counted;
    }

    /// <summary>Takes note of the references in another tally.</summary>
    public void Add(in ReferenceTally others)
    {
        _missing += others._missing;
        _hasExcess |= others._hasExcess;
    }
}
