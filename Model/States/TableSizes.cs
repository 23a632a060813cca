namespace Verify.Model.States;

/// <summary>
/// The size of a table of descriptors, which poll(2) and select(2) do not look beyond (kern/kern_descrip.c).
/// </summary>
internal static class TableSizes
{
    /// <summary>NDFILE: the size of a new table.</summary>
    public const int First = 20;

    /// <summary>NDEXTENT: the size to which it grows first; then it doubles.</summary>
    private const int Extent = 50;

    /// <summary>The size after a descriptor was opened (fdalloc).</summary>
    public static int Grown(int size, int fd)
    {
        while (fd >= size)
        {
            size = size < Extent ? Extent : 2 * size;
        }

        return size;
    }

    /// <summary>The size of a child's table: a large one that is half empty has shrunk (fdcopy).</summary>
    public static int Copied(Process parent)
    {
        int last = parent.Files.Length - 1;
        while (last > 0 && !parent.Files[last].IsOpen)
        {
            last--;
        }

        int size = parent.TableSize;
        while (size > 2 * Extent && size > 2 * last)
        {
            size /= 2;
        }

        return last < First ? First : size;
    }
}
