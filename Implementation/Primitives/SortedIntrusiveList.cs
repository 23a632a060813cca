namespace Verify.Implementation.Primitives;

/// <summary>The order of the items in a sorted list.</summary>
internal interface IOrderOf<T>
    where T : class
{
    static abstract bool IsBefore(T item, T other);
}

/// <summary>An <see cref="IntrusiveList{T, TLinks}"/> that keeps its items in order.</summary>
internal struct SortedIntrusiveList<T, TLinks>
    where T : class
    where TLinks : struct, ILinksOf<T>, IOrderOf<T>
{
    private IntrusiveList<T, TLinks> _list;

    public readonly T? First => _list.First;

    public void Insert(T item)
    {
        T? before = null;
        for (T? next = First; next is not null && TLinks.IsBefore(next, item); next = TLinks.Of(next).Next)
        {
            before = next;
        }

        if (before is null)
        {
            _list.InsertHead(item);
        }
        else
        {
            IntrusiveList<T, TLinks>.InsertAfter(before, item);
        }
    }

    public void Remove(T item) => _list.Remove(item);

    /// <summary>True if the item is linked consistently and comes before its successor.</summary>
    public readonly bool Holds(T item) =>
        _list.Holds(item) && (TLinks.Of(item).Next is not { } next || TLinks.IsBefore(item, next));
}
