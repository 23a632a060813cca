using Verify.Abi;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The mounted file systems, the root file system first: vfs_mount.c and vfs_subr.c.</summary>
internal sealed class Mounts
{
    private const int RootMode = FileModes.Directory | 7 << 6 | 5 << 3 | 5;
    private const int ProcfsRootMode = FileModes.Directory | 5 << 6 | 5 << 3 | 5;

    /// <summary>procfs_getattr: the link count of the root does not include the process directories.</summary>
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
    /// The root directory of a process that is not chrooted: rootvnode, the topmost file system mounted on the root.
    /// </summary>
    public Node RootNode => CrossMounts(First.Root);

    /// <summary>The node seen in place of this one: the root of the topmost file system mounted on it.</summary>
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

    /// <summary>Unmounts a file system that is not in use and frees its contents.</summary>
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
    /// True if a file, process, prison or another file system refers to one of its nodes, or if its root has become the
    /// kernel's root directory.
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
