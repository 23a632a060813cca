using Verify.Implementation.Names;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>A mounted file system: FreeBSD's struct mount.</summary>
internal sealed class FileSystem : ZoneItem
{
    /// <summary>Its nodes in the order of making, those without a name too.</summary>
    public IntrusiveQueue<Node, Node.OfFileSystem> Nodes;

    /// <summary>What its quota file has.</summary>
    public QuotaList Quotas;

    private Links<FileSystem> _inMounts;

    public FileSystemKind Kind { get; set; }

    public Node Root { get; set; } = null!;

    /// <summary>The directory that its root is mounted on; null for the root file system.</summary>
    public Node? Covered { get; set; }

    /// <summary>The user who mounted it: f_owner of FreeBSD's struct statfs.</summary>
    public int Owner { get; set; }

    /// <summary>The one mounted after it.</summary>
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

/// <summary>The kinds of file system.</summary>
internal enum FileSystemKind
{
    /// <summary>The root one.</summary>
    Ufs,

    /// <summary>An empty one in memory.</summary>
    Mfs,

    /// <summary>The processes.</summary>
    Procfs,

    /// <summary>Nowhere: deadfs, where nodes of a procfs go whose process has ended while somebody has them.</summary>
    Dead,
}
