using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>A directory entry, a name and the node it refers to: FreeBSD's struct direct.</summary>
internal sealed class DirectoryEntry : ZoneItem
{
    private Links<DirectoryEntry> _inDirectory;

    public string Name { get; set; } = "";

    public Node Node { get; set; } = null!;

    /// <summary>The entry with the next name.</summary>
    public DirectoryEntry? Next => _inDirectory.Next;

    internal override void Clear()
    {
        Name = "";
        Node = null!;
    }

    internal readonly struct InDirectory : ILinksOf<DirectoryEntry>, IOrderOf<DirectoryEntry>
    {
        public static ref Links<DirectoryEntry> Of(DirectoryEntry item) => ref item._inDirectory;

        public static bool IsBefore(DirectoryEntry item, DirectoryEntry other) =>
            string.CompareOrdinal(item.Name, other.Name) < 0;
    }
}
