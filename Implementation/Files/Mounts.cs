using Verify.Abi;
using Verify.Implementation.Names;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The file systems, the root one first: vfs_mount.c and vfs_subr.c.</summary>
internal sealed class Mounts
{
    private const int RootMode = FileModes.Directory | 0x1ed; // 0755
    private const int ProcfsRootMode = FileModes.Directory | 0x16d; // 0555

    /// <summary>procfs_getattr: the root does not know how many directories are in it.</summary>
    private const int LinksOfProcfsRoot = 1;

    private readonly NodeTable _nodes;
    private readonly Directories _directories;
    private IntrusiveQueue<FileSystem, FileSystem.InMounts> _mounts;

    /// <summary>Mounts the root file system, which is empty.</summary>
    public Mounts(NodeTable nodes, Directories directories)
    {
        _nodes = nodes;
        _directories = directories;
        Add(FileSystemKind.Ufs, owner: 0);
    }

    public Zone<FileSystem> Zone { get; } = new("mount");

    /// <summary>The root file system.</summary>
    public FileSystem First => _mounts.First!;

    /// <summary>
    /// Where a process outside every root directory has its own: rootvnode, which is what covers the root file system's
    /// root last.
    /// </summary>
    public Node RootNode => CrossMounts(First.Root);

    /// <summary>What is seen where a node is: the root of what covers it, and of what covers that in turn.</summary>
    public static Node CrossMounts(Node node)
    {
        Node top = node;
        while (top.CoveredBy is { } cover)
        {
            top = cover.Root;
        }

        return top;
    }

    /// <summary>Mounts an empty file system on a directory.</summary>
    public FileSystem Add(FileSystemKind kind, int owner, Node? covered = null)
    {
        FileSystem fileSystem = Zone.Allocate()!;
        int mode = kind == FileSystemKind.Procfs ? ProcfsRootMode : RootMode;
        fileSystem.Kind = kind;
        fileSystem.Owner = owner;
        fileSystem.Root = _nodes.Make(fileSystem, mode, uid: 0, gid: 0);
        fileSystem.Root.LinkCount = kind == FileSystemKind.Procfs ? LinksOfProcfsRoot : Directories.LinksOfRoot;
        if (covered is not null)
        {
            fileSystem.Covered = NodeTable.Hold(covered);
            covered.CoveredBy = fileSystem;
        }

        _mounts.Append(fileSystem);
        return fileSystem;
    }

    /// <summary>Takes a file system that is not in use away, and all that is on it.</summary>
    public void Remove(FileSystem fileSystem)
    {
        while (fileSystem.Nodes.First is { } node)
        {
            _directories.Forget(node);
            _nodes.Free(node);
        }

        _nodes.Quotas.Forget(fileSystem);
        Node covered = fileSystem.Covered!;
        covered.CoveredBy = null;
        _mounts.Remove(fileSystem);
        Zone.Free(fileSystem);
        _nodes.Release(covered);
    }

    /// <summary>
    /// True where a file, a process, a prison or another file system is on it, and for good where it has become the
    /// kernel's own root.
    /// </summary>
    public bool IsInUse(FileSystem fileSystem)
    {
        Node? node = fileSystem.Nodes.First;
        while (node is not null && node.References == 0)
        {
            node = node.NextOfFileSystem;
        }

        return node is not null || ReferenceEquals(fileSystem.Root, RootNode);
    }

    public bool Holds(FileSystem fileSystem) => _mounts.Holds(fileSystem);
}
