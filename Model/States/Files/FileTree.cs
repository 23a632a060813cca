using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States.Files;

/// <summary>
/// All file systems: their nodes by number, and what covers what. What a procfs shows below its root is not here: that
/// is made of the processes, for each who looks.
/// </summary>
public sealed record FileTree
{
    /// <summary>How many names the directory of a process has, <c>.</c> and <c>..</c> among them.</summary>
    private const int ProcfsLinks = 14;

    /// <summary>Every node in use, by number.</summary>
    public required ImmutableSortedDictionary<int, Node> Nodes { get; init; }

    /// <summary>The file systems, the root one first, then as they were mounted.</summary>
    public required ImmutableArray<FileSystem> FileSystems { get; init; }

    /// <summary>The number of the node made last: none is used twice.</summary>
    public required int LastNode { get; init; }

    /// <summary>The nodes without a name, which live on as long as something refers to them.</summary>
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

    /// <summary>The root of all: what covers the root file system's root, if something does (rootvnode).</summary>
    public Vnode Root => Uncovered(Vnode.Root);

    /// <summary>
    /// The root of the file system that covers a directory, or of one that covers that in turn; the directory itself
    /// where none does.
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
    /// One step up: from the root of a file system to the directory that it covers, from another directory to the one
    /// it is in. Null from the root of all, and from a directory that is removed.
    /// </summary>
    public Vnode? Above(Vnode directory) =>
        directory.IsDead ? null
        : directory.IsOfProcess ? new Vnode(directory.FileSystem, directory.FileSystem)
        : directory.IsRootOfFileSystem ? FileSystemOf(directory).Covered
        : this[directory].Parent;

    /// <summary>
    /// True where going up from a directory meets another one, or the root of what covers one on the way; a directory
    /// lies beneath itself (J8).
    /// </summary>
    public bool IsBeneath(Vnode directory, Vnode root) =>
        directory == root
        || (Above(directory) is { } above
            && (IsBeneath(above, root)
                || (!directory.IsRootOfFileSystem && root.IsRootOfFileSystem && IsOver(root, above))));

    /// <summary>True where going up from a directory inside its file system meets another one, or it is that.</summary>
    public bool IsIn(Vnode directory, Vnode other) =>
        directory == other || (this[directory].Parent is { } parent && IsIn(parent, other));

    /// <summary>How many nodes of a file system a user owns (J10).</summary>
    public int OwnedBy(int fileSystem, int uid) =>
        Nodes.Values.Count(node => node.Vnode.FileSystem == fileSystem && node.Uid == uid);

    /// <summary>
    /// A file's names; a directory's own, its <c>.</c> and its children's <c>..</c>. The directories of a procfs have a
    /// number that is made up.
    /// </summary>
    public int LinksOf(Node node) =>
        node.IsRemovedDirectory ? 0
        : node.IsDirectory && IsOnProcfs(node.Vnode) ? node.Vnode.IsOfProcess ? ProcfsLinks : 1
        : node.IsDirectory ? 2 + node.Entries.Values.Count(entry => this[entry].IsDirectory)
        : node.Vnode.IsOfProcess ? 1
        : Nodes.Values.Sum(directory => directory.Entries.Values.Count(entry => entry == node.Vnode));

    /// <summary>
    /// A path from the root of all to a node: one of its names; null where it has none, or something covers all.
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

    /// <summary>True where a file system's root covers a directory, or what covers it.</summary>
    private bool IsOver(Vnode root, Vnode directory) =>
        FileSystemOf(root).Covered is { } covered
        && (covered == directory || (covered.IsRootOfFileSystem && IsOver(covered, directory)));
}
