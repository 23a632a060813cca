namespace Verify.Implementation.Inet;

/// <summary>
/// A search for a free port that tries each port of the range once, in order after the cursor (G2, G3).
/// </summary>
public struct PortSearch
{
    private readonly PortRange _range;

    /// <summary>A search of the whole range that starts after <paramref name="cursor"/>.</summary>
    public PortSearch(PortRange range, ushort cursor)
        : this(range, cursor, range.Size)
    {
    }

    /// <summary>A search in progress, with <paramref name="left"/> ports left to try.</summary>
    public PortSearch(PortRange range, ushort cursor, int left)
    {
        _range = range;
        Cursor = cursor;
        Left = left;
    }

    /// <summary>The last port tried, or before the first try the cursor of the previous search.</summary>
    public ushort Cursor { get; private set; }

    /// <summary>The number of ports left to try.</summary>
    public int Left { get; private set; }

    /// <summary>The next port to try; false if every port of the range has been tried.</summary>
    public bool TryNext(out ushort port)
    {
        if (Left <= 0)
        {
            port = 0;
            return false;
        }

        Left--;
        Cursor = _range.Next(Cursor);
        port = Cursor;
        return true;
    }
}
