using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The entries of one directory, in ordinal order of their names.</summary>
internal struct DirectoryEntries
{
    private SortedIntrusiveList<DirectoryEntry, DirectoryEntry.InDirectory> _entries;

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

    public void Insert(DirectoryEntry entry) => _entries.Insert(entry);

    public void Remove(DirectoryEntry entry) => _entries.Remove(entry);

    /// <summary>True if the entry is linked consistently and its name precedes that of its successor.</summary>
    public readonly bool Holds(DirectoryEntry entry) => _entries.Holds(entry);
}
