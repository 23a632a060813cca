using System.Collections.Immutable;

namespace Verify.Model.States.Files;

/// <summary>
/// All file systems: their nodes by number, and the mounts. What a procfs shows below its root is not stored here; it
/// follows from the processes that the viewer sees.
/// </summary>
public sealed record FileTree
{
    /// <summary>The entries of the directory of a process, including <c>.</c> and <c>..</c>.</summary>
    private const int ProcfsLinks = 14;

    /// <summary>Every node in use, by number.</summary>
    public required ImmutableSortedDictionary<int, Node> Nodes { get; init; }

    /// <summary>The file systems, the root one first, then in the order in which they were mounted.</summary>
    public required ImmutableArray<FileSystem> FileSystems { get; init; }

    /// <summary>The number of the newest node; numbers are not reused.</summary>
    public required int LastNode { get; init; }

    /// <summary>The nodes without a name, which exist as long as something refers to them.</summary>
    public ImmutableArray<Vnode> Nameless { get; init; } = [];

    /// <summary>A node that is known to be in use, and not below the root of a procfs.</summary>
    public Node this[Vnode vnode] => Nodes[vnode.Number];

    /// <summary>The file system that a node is in.</summary>
    public FileSystem FileSystemOf(Vnode vnode)
    {
        int i = 0;
        while (FileSystems[i].Root != vnode.FileSystem)
        {
            i++;
        }

        return FileSystems[i];
    }

    /// <summary>True for the root of a procfs and all below it.</summary>
    public bool IsOnProcfs(Vnode vnode) => vnode.IsOfProcess || FileSystemOf(vnode).Type == FileSystemType.Procfs;

    /// <summary>
    /// The system's root directory: what is mounted on the root file system's root, if anything (rootvnode).
    /// </summary>
    public Vnode Root => Uncovered(Vnode.Root);

    /// <summary>
    /// The root of the file system mounted on a directory, or on that in turn; the directory itself if none is.
    /// </summary>
    public Vnode Uncovered(Vnode directory)
    {
        foreach (FileSystem fileSystem in FileSystems)
        {
            if (fileSystem.Covered == directory)
            {
                return Uncovered(fileSystem.RootDirectory);
            }
        }

        return directory;
    }

    /// <summary>
    /// The parent: of the root of a mounted file system, the directory that it covers. Null for the system's root, and
    /// for a removed directory.
    /// </summary>
    public Vnode? Above(Vnode directory) =>
        directory.IsDead ? null
        : directory.IsOfProcess ? new Vnode(directory.FileSystem, directory.FileSystem)
        : directory.IsRootOfFileSystem ? FileSystemOf(directory).Covered
        : this[directory].Parent;

    /// <summary>
    /// True if the way up from a directory passes the root, or passes a directory that the root covers; a directory
    /// lies beneath itself (J8).
    /// </summary>
    public bool IsBeneath(Vnode directory, Vnode root) =>
        directory == root
        || (Above(directory) is { } above
            && (IsBeneath(above, root)
                || (!directory.IsRootOfFileSystem && root.IsRootOfFileSystem && IsOver(root, above))));

    /// <summary>True if a directory is the other one, or lies beneath it in the same file system.</summary>
    public bool IsIn(Vnode directory, Vnode other) =>
        directory == other || (this[directory].Parent is { } parent && IsIn(parent, other));

    /// <summary>How many nodes of a file system a user owns (J10).</summary>
    public int OwnedBy(int fileSystem, int uid) =>
        Nodes.Values.Count(node => node.Vnode.FileSystem == fileSystem && node.Uid == uid);

    /// <summary>
    /// The link count: a file's names; for a directory its name, its <c>.</c> and its children's <c>..</c>. The
    /// directories of a procfs have a fixed count.
    /// </summary>
    public int LinksOf(Node node) =>
        node.IsRemovedDirectory ? 0
        : node.IsDirectory && IsOnProcfs(node.Vnode) ? node.Vnode.IsOfProcess ? ProcfsLinks : 1
        : node.IsDirectory ? 2 + node.Entries.Values.Count(entry => this[entry].IsDirectory)
        : node.Vnode.IsOfProcess ? 1
        : Nodes.Values.Sum(directory => directory.Entries.Values.Count(entry => entry == node.Vnode));

    /// <summary>
    /// A path from the system's root to a node, by one of its names; null if it has none, or is covered.
    /// </summary>
    public string? PathTo(Vnode vnode)
    {
        if (vnode == Root)
        {
            return "/";
        }

        if (vnode.IsRootOfFileSystem)
        {
            return FileSystemOf(vnode).Covered is { } covered ? PathTo(covered) : null;
        }

        foreach (Node directory in Nodes.Values)
        {
            foreach ((string name, Vnode entry) in directory.Entries)
            {
                if (entry == vnode && PathTo(directory.Vnode) is { } path)
                {
                    return path == "/" ? path + name : $"{path}/{name}";
                }
            }
        }

        return null;
    }

    /// <summary>True if a file system is mounted on a directory, or on what is mounted there.</summary>
    private bool IsOver(Vnode root, Vnode directory) =>
        FileSystemOf(root).Covered is { } covered
        && (covered == directory || (covered.IsRootOfFileSystem && IsOver(covered, directory)));
}
