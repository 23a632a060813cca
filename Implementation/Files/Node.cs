using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>
/// A file or directory: FreeBSD's struct vnode and its inode. It exists as long as it has a name or is referenced.
/// </summary>
internal sealed class Node : ZoneItem
{
    /// <summary>The entries of a directory, without "." and "..".</summary>
    public DirectoryEntries Entries;

    private Links<Node> _ofFileSystem;

    /// <summary>The inode number.</summary>
    public int Number { get; set; }

    public FileSystem FileSystem { get; set; } = null!;

    /// <summary>The type and mode.</summary>
    public int Mode { get; set; }

    public int Uid { get; set; }

    public int Gid { get; set; }

    public int Device { get; set; }

    /// <summary>The local socket that is bound to it: v_socket, which this layer does not know.</summary>
    public ZoneItem? Socket { get; set; }

    /// <summary>The target of a symbolic link.</summary>
    public string Target { get; set; } = "";

    /// <summary>The number of names, including a directory's own "." and the ".." of its subdirectories.</summary>
    public int LinkCount { get; set; }

    /// <summary>References from open files, processes, prisons and the file system mounted on it.</summary>
    public int References { get; set; }

    /// <summary>The parent of a directory; null for a root and for a removed directory.</summary>
    public Node? Parent { get; set; }

    /// <summary>The file system mounted on it.</summary>
    public FileSystem? CoveredBy { get; set; }

    /// <summary>In procfs, the process this node describes; 0 otherwise.</summary>
    public int Pid { get; set; }

    /// <summary>In procfs, which of the process's files this node is.</summary>
    public ProcfsFile File { get; set; }

    public int Type => Mode & FileModes.TypeMask;

    public bool IsDirectory => Type == FileModes.Directory;

    public bool IsRoot => ReferenceEquals(FileSystem.Root, this);

    /// <summary>True for procfs nodes other than the root, which are created when they are looked up.</summary>
    public bool IsSynthetic => FileSystem.Kind is FileSystemKind.Procfs or FileSystemKind.Dead && !IsRoot;

    /// <summary>True for a procfs node whose process has ended.</summary>
    public bool IsDead => FileSystem.Kind == FileSystemKind.Dead;

    /// <summary>The next node of the same file system, in order of creation.</summary>
    public Node? NextOfFileSystem => _ofFileSystem.Next;

    internal override void Clear()
    {
        Entries = default;
        Number = 0;
        FileSystem = null!;
        Mode = 0;
        Uid = 0;
        Gid = 0;
        Device = 0;
        Socket = null;
        Target = "";
        LinkCount = 0;
        References = 0;
        Parent = null;
        CoveredBy = null;
        Pid = 0;
        File = ProcfsFile.None;
    }

    internal readonly struct OfFileSystem : ILinksOf<Node>
    {
        public static ref Links<Node> Of(Node item) => ref item._ofFileSystem;
    }
}
