namespace Verify.Implementation.Primitives;

/// <summary>An item allocated from a zone.</summary>
internal abstract class ZoneItem
{
    /// <summary>The next free item, if this one is free.</summary>
    internal ZoneItem? NextFree;

    /// <summary>The last traversal that reached this item, and the number it noted.</summary>
    internal int TraversalRound;
    internal int TraversalNote;

    /// <summary>True between Allocate and Free.</summary>
    internal bool IsAllocated { get; set; }

    /// <summary>Zeroes the item when it is freed, so that its next user finds nothing of the previous one.</summary>
    internal abstract void Clear();
}
