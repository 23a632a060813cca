namespace Verify.Implementation.Primitives;

/// <summary>
/// The links of an item in one list: LIST_ENTRY of sys/queue.h. An item has one for each list it can be in.
/// </summary>
internal struct Links<T>
    where T : class
{
    public T? Next;
    public T? Previous;
}

/// <summary>Selects the links of an item that a list uses.</summary>
internal interface ILinksOf<T>
    where T : class
{
    static abstract ref Links<T> Of(T item);
}

/// <summary>
/// A doubly linked list threaded through its items: LIST_HEAD of sys/queue.h. The head is one word, so an array of them
/// serves as a hash table; no operation allocates.
/// </summary>
internal struct IntrusiveList<T, TLinks>
    where T : class
    where TLinks : struct, ILinksOf<T>
{
    public T? First { get; private set; }

    public void InsertHead(T item)
    {
        TLinks.Of(item) = new Links<T> { Next = First };
        if (First is not null)
        {
            TLinks.Of(First).Previous = item;
        }

        First = item;
    }

    public static void InsertAfter(T place, T item)
    {
        ref Links<T> before = ref TLinks.Of(place);
        TLinks.Of(item) = new Links<T> { Next = before.Next, Previous = place };
        if (before.Next is not null)
        {
            TLinks.Of(before.Next).Previous = item;
        }

        before.Next = item;
    }

    public void Remove(T item)
    {
        ref Links<T> links = ref TLinks.Of(item);
        if (links.Previous is null)
        {
            First = links.Next;
        }
        else
        {
            TLinks.Of(links.Previous).Next = links.Next;
        }

        if (links.Next is not null)
        {
            TLinks.Of(links.Next).Previous = links.Previous;
        }

        links = default;
    }

    /// <summary>True if the item's neighbours, or this head, point back at it.</summary>
    public readonly bool Holds(T item)
    {
        ref Links<T> links = ref TLinks.Of(item);
        T? before = links.Previous is null ? First : TLinks.Of(links.Previous).Next;
        return ReferenceEquals(before, item)
            && (links.Next is null || ReferenceEquals(TLinks.Of(links.Next).Previous, item));
    }
}
