namespace Verify.Implementation.Processes;

/// <summary>
/// The descriptors of one process: FreeBSD's struct filedesc. It grows on demand, and only a copy may be smaller.
/// </summary>
internal sealed class DescriptorTable
{
    /// <summary>NDFILE: the size of a new table.</summary>
    private const int Least = 20;

    /// <summary>NDEXTENT: the size of a table that has grown once; then it doubles.</summary>
    private const int Extent = 50;

    private OpenFile?[] _files = new OpenFile?[Least];

    /// <summary>fd_nfiles: for how many descriptors it has room, which limits what poll and select look at.</summary>
    public int Size { get; private set; } = Least;

    /// <summary>One more than the highest open descriptor.</summary>
    public int End { get; private set; }

    /// <summary>The open files by descriptor, up to the highest open one; null for those that are not open.</summary>
    public ReadOnlySpan<OpenFile?> Files => _files.AsSpan(0, End);

    /// <summary>The open file; null if the descriptor is not open or out of range.</summary>
    public OpenFile? this[int fd] => (uint)fd < (uint)End ? _files[fd] : null;

    /// <summary>
    /// Finds the lowest free descriptor, from the least one on; false if it is not below the limit.
    /// </summary>
    public bool TryFindFree(int limit, out int fd, int least = 0)
    {
        fd = least;
        while (fd < End && _files[fd] is not null)
        {
            fd++;
        }

        return fd < limit;
    }

    /// <summary>Makes a free descriptor refer to a file.</summary>
    public void Open(int fd, OpenFile file)
    {
        while (fd >= Size)
        {
            Size = Size < Extent ? Extent : 2 * Size;
        }

        if (fd >= _files.Length)
        {
            Array.Resize(ref _files, Size);
        }

        _files[fd] = file;
        End = Math.Max(End, fd + 1);
    }

    /// <summary>
    /// Makes this empty table as large as the copy of another one, which is half as large as long as half of that is
    /// not in use: fdcopy.
    /// </summary>
    public void SizeFor(DescriptorTable copied)
    {
        int last = copied.End - 1;
        Size = last < Least ? Least : copied.Size;
        while (Size > 2 * Extent && Size > 2 * last)
        {
            Size /= 2;
        }
    }

    /// <summary>Makes this table, in which nothing is open, like a new one.</summary>
    public void Clear() => Size = Least;

    /// <summary>Removes an open descriptor and returns its file.</summary>
    public OpenFile Close(int fd)
    {
        OpenFile file = _files[fd]!;
        _files[fd] = null;
        while (End > 0 && _files[End - 1] is null)
        {
            End--;
        }

        return file;
    }
}
