using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The entries of one directory, in the ordinal order of their names.</summary>
internal struct DirectoryEntries
{
    private IntrusiveList<DirectoryEntry, DirectoryEntry.InDirectory> _entries;

    public readonly DirectoryEntry? First => _entries.First;

    public readonly bool IsEmpty => _entries.First is null;

    public readonly DirectoryEntry? Find(ReadOnlySpan<char> name)
    {
        DirectoryEntry? entry = First;
        while (entry is not null && !name.SequenceEqual(entry.Name))
        {
            entry = entry.Next;
        }

        return entry;
    }

    public void Insert(DirectoryEntry entry)
    {
        DirectoryEntry? before = null;
        for (DirectoryEntry? next = First; next is not null && IsBefore(next, entry); next = next.Next)
        {
            before = next;
        }

        if (before is null)
        {
            _entries.InsertHead(entry);
        }
        else
        {
            IntrusiveList<DirectoryEntry, DirectoryEntry.InDirectory>.InsertAfter(before, entry);
        }
    }

    public void Remove(DirectoryEntry entry) => _entries.Remove(entry);

    /// <summary>True where the entry is properly in the list, and its name after the one before it.</summary>
    public readonly bool Holds(DirectoryEntry entry) =>
        _entries.Holds(entry) && (entry.Next is null || IsBefore(entry, entry.Next));

    private static bool IsBefore(DirectoryEntry entry, DirectoryEntry other) =>
        string.CompareOrdinal(entry.Name, other.Name) < 0;
}
