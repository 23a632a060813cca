using Verify.Abi;

namespace Verify.Implementation.Primitives;

/// <summary>
/// Memory for items of one type: vm_zone of FreeBSD. It is type-stable (S2): a freed item is only ever used again as
/// the same type. Fresh items are made when first needed, so that booting costs nothing.
/// </summary>
internal sealed class Zone<T>(string name, int limit = int.MaxValue)
    where T : ZoneItem, new()
{
    private ZoneItem? _free;

    public int InUse { get; private set; }

    /// <summary>The item freed last; the others follow by their <see cref="ZoneItem.NextFree"/>.</summary>
    public T? FirstFree => (T?)_free;

    public ZoneUsage Usage => new(name, InUse);

    /// <summary>An item that is all zero; null where the limit is reached.</summary>
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

    /// <summary>What is wrong where so many items can be reached; null where these are all that are in use.</summary>
    public string? Leak(int reached) =>
        reached == InUse ? null : $"zone {name} miscounted: {reached} reached, {InUse} in use";
}
