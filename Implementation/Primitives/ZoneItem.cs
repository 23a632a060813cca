namespace Verify.Implementation.Primitives;

/// <summary>Something that a zone hands out.</summary>
internal abstract class ZoneItem
{
    /// <summary>The next free item, while this one is free.</summary>
    internal ZoneItem? NextFree;

    /// <summary>The traversal that reached this item last, and what it noted down.</summary>
    internal int TraversalRound;
    internal int TraversalNote;

    /// <summary>True from Allocate to Free.</summary>
    internal bool IsAllocated { get; set; }

    /// <summary>Zeroes the item when it is freed, so that the next owner finds nothing of the last one.</summary>
    internal abstract void Clear();
}
