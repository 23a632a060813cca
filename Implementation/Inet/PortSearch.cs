namespace Verify.Implementation.Inet;

/// <summary>
/// One search for a free port: each port of the range once, in order after the cursor, then no more (G2, G3).
/// </summary>
public struct PortSearch
{
    private readonly PortRange _range;

    /// <summary>A search of the whole range that goes on after <paramref name="cursor"/>.</summary>
    public PortSearch(PortRange range, ushort cursor)
        : this(range, cursor, range.Size)
    {
    }

    /// <summary>A search in progress, with <paramref name="left"/> ports still to try.</summary>
    public PortSearch(PortRange range, ushort cursor, int left)
    {
        _range = range;
        Cursor = cursor;
        Left = left;
    }

    /// <summary>The port tried last; before the first try, where the previous search ended.</summary>
    public ushort Cursor { get; private set; }

    /// <summary>How many ports are still to be tried.</summary>
    public int Left { get; private set; }

    /// <summary>The next port to try; false where every port of the range has been tried.</summary>
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
