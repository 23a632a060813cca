using Verify.Implementation.Files;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks the tree of a file system: entries in order, correct link counts, every directory named once and connected to
/// the root.
/// </summary>
internal static class TreeAudit
{
    /// <summary>Counts the entries that name each node.</summary>
    public static string? CountNames(FileSystem mount, Traversal names, ref AuditCounts counts)
    {
        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            for (DirectoryEntry? entry = node.Entries.First; entry is not null; entry = entry.Next)
            {
                counts.DirectoryEntries++;
                if (!node.IsDirectory || !entry.IsAllocated || !node.Entries.Holds(entry))
                {
                    return $"directory entry list corrupt: {entry.Name}";
                }

                Node named = entry.Node;
                names.Count(named);
                bool isHere = named.IsAllocated && ReferenceEquals(named.FileSystem, mount);
                if (!isHere || (named.IsDirectory && !ReferenceEquals(named.Parent, node)))
                {
                    return $"directory entry dangling: {entry.Name}";
                }
            }
        }

        return null;
    }

    /// <summary>Compares link counts with the names found; procfs maintains neither.</summary>
    public static string? Check(FileSystem mount, Traversal names, int nodes)
    {
        if (mount.Kind == FileSystemKind.Procfs)
        {
            return null;
        }

        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            int links = node.IsDirectory ? LinksOf(node, names) : names.NoteOf(node);
            if (node.LinkCount != links)
            {
                return $"links miscounted: node {node.Number}, {links} found, {node.LinkCount} counted";
            }

            if (node.IsDirectory && !node.IsRoot && IsDetached(node, nodes))
            {
                return $"directory detached from the tree: node {node.Number}";
            }
        }

        return null;
    }

    /// <summary>
    /// The links of a directory: its name, its "." and the ".." of its subdirectories. A removed directory has none.
    /// </summary>
    private static int LinksOf(Node directory, Traversal names)
    {
        int named = names.NoteOf(directory) + (directory.IsRoot ? 1 : 0);
        int links = named == 0 ? 0 : named + 1;
        for (DirectoryEntry? entry = directory.Entries.First; entry is not null; entry = entry.Next)
        {
            links += entry.Node.IsDirectory ? 1 : 0;
        }

        return links;
    }

    /// <summary>True unless a named directory leads up to the root and a removed one has no parent.</summary>
    private static bool IsDetached(Node directory, int nodes)
    {
        if (directory.LinkCount == 0)
        {
            return directory.Parent is not null;
        }

        Node? node = directory;
        for (int steps = 0; node is not null && !node.IsRoot && steps <= nodes; steps++)
        {
            node = node.Parent;
        }

        return node is not { IsRoot: true };
    }
}
