namespace Verify.Abi.Calls;

/// <summary>A list that seldom has more than one item: the first one does not allocate.</summary>
public readonly struct Few<T> : IEquatable<Few<T>>
    where T : struct, IEquatable<T>
{
    private readonly T _first;
    private readonly T[]? _others;

    /// <summary>One item.</summary>
    public Few(T only)
        : this(only, null, 1)
    {
    }

    private Few(T first, T[]? others, int count) => (_first, _others, Count) = (first, others, count);

    /// <summary>How many items.</summary>
    public int Count { get; }

    /// <summary>True if there is none.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The first item; null if there is none.</summary>
    public T? First => Count == 0 ? null : _first;

    /// <summary>The item at an index below the count.</summary>
    public T this[int index] => index == 0 ? _first : _others![index - 1];

    /// <summary>All items in order.</summary>
    public IEnumerable<T> All
    {
        get
        {
            Few<T> items = this;
            return Enumerable.Range(0, Count).Select(i => items[i]);
        }
    }

    /// <summary>These items and then another.</summary>
    public Few<T> With(T item) =>
        Count == 0 ? new Few<T>(item) : new Few<T>(_first, [.. _others ?? [], item], Count + 1);

    /// <summary>Each item changed.</summary>
    public Few<T> Select(Func<T, T> change)
    {
        Few<T> changed = default;
        for (int i = 0; i < Count; i++)
        {
            changed = changed.With(change(this[i]));
        }

        return changed;
    }

    /// <summary>Same items in the same order.</summary>
    public bool Equals(Few<T> other) =>
        Count == other.Count
        && (Count < 1 || _first.Equals(other._first))
        && (Count < 2 || _others.AsSpan().SequenceEqual(other._others));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Few<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, _first);

    /// <summary>Same items in the same order.</summary>
    public static bool operator ==(Few<T> left, Few<T> right) => left.Equals(right);

    /// <summary>Not the same items.</summary>
    public static bool operator !=(Few<T> left, Few<T> right) => !left.Equals(right);
}
