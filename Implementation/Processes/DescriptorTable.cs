namespace Verify.Implementation.Processes;

/// <summary>The descriptors of one process: FreeBSD's struct filedesc. It grows on demand and never shrinks.</summary>
internal sealed class DescriptorTable
{
    private OpenFile?[] _files = new OpenFile?[8];

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
        if (fd >= _files.Length)
        {
            Array.Resize(ref _files, Math.Max(fd + 1, 2 * _files.Length));
        }

        _files[fd] = file;
        End = Math.Max(End, fd + 1);
    }

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
