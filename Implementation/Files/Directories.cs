using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>Gives nodes names and takes them away, and keeps the counts of links: ufs_lookup.c's other half.</summary>
internal sealed class Directories(NodeTable nodes)
{
    public Zone<DirectoryEntry> Zone { get; } = new("direntry");

    /// <summary>A root has one link from itself, and one for the name that it would have.</summary>
    public const int LinksOfRoot = 2;

    /// <summary>Names a node in a directory that does not have the name.</summary>
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

    /// <summary>Takes a name away; a directory, which must be empty, is removed with it.</summary>
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

    /// <summary>Gives an entry a name that its new directory, perhaps the same, does not have.</summary>
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

    /// <summary>Forgets what a directory of a file system that is going had.</summary>
    public void Forget(Node directory)
    {
        while (directory.Entries.First is { } entry)
        {
            directory.Entries.Remove(entry);
            Zone.Free(entry);
        }
    }
}
