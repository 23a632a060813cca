using Verify.Abi;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>
/// A file or directory: FreeBSD's struct vnode with its inode. It lives while it has a name or something refers to it.
/// </summary>
internal sealed class Node : ZoneItem
{
    /// <summary>What is in it, where it is a directory, but "." and "..".</summary>
    public DirectoryEntries Entries;

    private Links<Node> _ofFileSystem;

    /// <summary>Its inode number.</summary>
    public int Number { get; set; }

    public FileSystem FileSystem { get; set; } = null!;

    /// <summary>Its type and mode.</summary>
    public int Mode { get; set; }

    public int Uid { get; set; }

    public int Gid { get; set; }

    public int Device { get; set; }

    /// <summary>Where a symbolic link leads.</summary>
    public string Target { get; set; } = "";

    /// <summary>Names that it has; a directory's "." and its children's ".." count.</summary>
    public int LinkCount { get; set; }

    /// <summary>Open files, processes and prisons that are there, and the file system that covers it.</summary>
    public int References { get; set; }

    /// <summary>The directory that a directory is in; null for a root and for one that was removed.</summary>
    public Node? Parent { get; set; }

    /// <summary>The file system mounted on it.</summary>
    public FileSystem? CoveredBy { get; set; }

    /// <summary>In a procfs, the process that it tells of; 0 elsewhere.</summary>
    public int Pid { get; set; }

    /// <summary>In a procfs, which of the process's files it is.</summary>
    public ProcfsFile File { get; set; }

    public int Type => Mode & FileModes.TypeMask;

    public bool IsDirectory => Type == FileModes.Directory;

    public bool IsRoot => ReferenceEquals(FileSystem.Root, this);

    /// <summary>True for what a procfs shows under its root: it is made up as it is looked up.</summary>
    public bool IsSynthetic => FileSystem.Kind is FileSystemKind.Procfs or FileSystemKind.Dead && !IsRoot;

    /// <summary>True for what was in a procfs until its process ended.</summary>
    public bool IsDead => FileSystem.Kind == FileSystemKind.Dead;

    /// <summary>The next node of the same file system, in the order of making.</summary>
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
