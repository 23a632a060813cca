using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>A mounted file system: FreeBSD's struct mount.</summary>
internal sealed class FileSystem : ZoneItem
{
    /// <summary>Its nodes, including unlinked ones, in order of creation.</summary>
    public IntrusiveQueue<Node, Node.OfFileSystem> Nodes;

    /// <summary>The contents of its quota file.</summary>
    public QuotaList Quotas;

    private Links<FileSystem> _inMounts;

    public FileSystemKind Kind { get; set; }

    public Node Root { get; set; } = null!;

    /// <summary>The directory that its root is mounted on; null for the root file system.</summary>
    public Node? Covered { get; set; }

    /// <summary>The user who mounted it: f_owner of FreeBSD's struct statfs.</summary>
    public int Owner { get; set; }

    /// <summary>The file system mounted after it.</summary>
    public FileSystem? Next => _inMounts.Next;

    internal override void Clear()
    {
        Nodes = default;
        Quotas = default;
        Kind = default;
        Root = null!;
        Covered = null;
        Owner = 0;
    }

    internal readonly struct InMounts : ILinksOf<FileSystem>
    {
        public static ref Links<FileSystem> Of(FileSystem item) => ref item._inMounts;
    }
}

/// <summary>Types of file system.</summary>
internal enum FileSystemKind
{
    /// <summary>The root file system.</summary>
    Ufs,

    /// <summary>A file system in memory, empty when mounted.</summary>
    Mfs,

    /// <summary>The process file system.</summary>
    Procfs,

    /// <summary>
    /// Not mounted: deadfs, which holds procfs nodes that are still referenced after their process has ended.
    /// </summary>
    Dead,
}
