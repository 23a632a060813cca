namespace Verify.Implementation.Primitives;

/// <summary>A list that also keeps its tail: TAILQ_HEAD of sys/queue.h.</summary>
internal struct IntrusiveQueue<T, TLinks>
    where T : class
    where TLinks : struct, ILinksOf<T>
{
    private IntrusiveList<T, TLinks> _list;

    public readonly T? First => _list.First;

    public T? Last { get; private set; }

    public void Append(T item) => InsertAfter(Last, item);

    /// <summary>Inserts after another item, or at the head if that is null.</summary>
    public void InsertAfter(T? place, T item)
    {
        if (ReferenceEquals(place, Last))
        {
            Last = item;
        }

        if (place is null)
        {
            _list.InsertHead(item);
        }
        else
        {
            IntrusiveList<T, TLinks>.InsertAfter(place, item);
        }
    }

    public void Remove(T item)
    {
        if (ReferenceEquals(item, Last))
        {
            Last = TLinks.Of(item).Previous;
        }

        _list.Remove(item);
    }

    /// <summary>True if the item's neighbours, or this head, point back at it.</summary>
    public readonly bool Holds(T item) =>
        _list.Holds(item) && ReferenceEquals(item, Last) == TLinks.Of(item).Next is null;
}
