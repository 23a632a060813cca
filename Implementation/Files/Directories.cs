using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>
/// Adds, removes and moves directory entries and maintains link counts: the counterpart of ufs_lookup.c.
/// </summary>
internal sealed class Directories(NodeTable nodes)
{
    public Zone<DirectoryEntry> Zone { get; } = new("direntry");

    /// <summary>A root directory has two links: its own ".", and one in place of the name it would have.</summary>
    public const int LinksOfRoot = 2;

    /// <summary>Adds a name for a node to a directory that does not contain the name.</summary>
    public void Enter(Node directory, string name, Node node)
    {
        DirectoryEntry entry = Zone.Allocate()!;
        entry.Name = name;
        entry.Node = node;
        directory.Entries.Insert(entry);
        node.LinkCount++;
        if (node.IsDirectory)
        {
            node.LinkCount++;
            node.Parent = directory;
            directory.LinkCount++;
        }
    }

    /// <summary>Removes a name. Removing the name of a directory, which must be empty, removes the directory.</summary>
    public void Remove(Node directory, DirectoryEntry entry)
    {
        Node node = entry.Node;
        directory.Entries.Remove(entry);
        Zone.Free(entry);
        node.LinkCount--;
        if (node.IsDirectory)
        {
            node.LinkCount--;
            node.Parent = null;
            directory.LinkCount--;
        }

        nodes.FreeIfUnused(node);
    }

    /// <summary>Moves an entry to a directory, possibly the same one, that does not contain the new name.</summary>
    public static void Move(Node from, DirectoryEntry entry, Node to, string name)
    {
        from.Entries.Remove(entry);
        entry.Name = name;
        to.Entries.Insert(entry);
        if (entry.Node.IsDirectory)
        {
            entry.Node.Parent = to;
            from.LinkCount--;
            to.LinkCount++;
        }
    }

    /// <summary>Frees the entries of a directory whose file system is being unmounted.</summary>
    public void Forget(Node directory)
    {
        while (directory.Entries.First is { } entry)
        {
            directory.Entries.Remove(entry);
            Zone.Free(entry);
        }
    }
}
