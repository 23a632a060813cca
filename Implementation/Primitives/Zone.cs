namespace Verify.Implementation.Primitives;

/// <summary>
/// An allocator for items of one type: FreeBSD's vm_zone. It is type-stable (S2): a freed item is only reused as the
/// same type. New items are created on first use, so booting costs nothing.
/// </summary>
internal sealed class Zone<T>(string name, int limit = int.MaxValue)
    where T : ZoneItem, new()
{
    private ZoneItem? _free;

    public int InUse { get; private set; }

    /// <summary>The item freed last; the others follow through <see cref="ZoneItem.NextFree"/>.</summary>
    public ZoneItem? FirstFree => _free;

    public ZoneUsage Usage => new(name, InUse);

    /// <summary>Returns a zeroed item, or null if the limit is reached.</summary>
    public T? Allocate()
    {
        if (InUse >= limit)
        {
            return null;
        }

        T item = (T?)_free ?? new T();
        _free = item.NextFree;
        item.NextFree = null;
        item.IsAllocated = true;
        InUse++;
        return item;
    }

    public void Free(T item)
    {
        item.Clear();
        item.IsAllocated = false;
        item.NextFree = _free;
        _free = item;
        InUse--;
    }

    /// <summary>
    /// Describes the mismatch between the number of items reached and the number in use; null if they agree.
    /// </summary>
    public string? Leak(int reached) =>
        reached == InUse ? null : $"zone {name} miscounted: {reached} reached, {InUse} in use";
}
