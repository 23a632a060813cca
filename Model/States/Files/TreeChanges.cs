namespace Verify.Model.States.Files;

/// <summary>Changes of a tree.</summary>
internal static class TreeChanges
{
    /// <summary>The vnode of the next new node of a file system.</summary>
    public static Vnode NextVnode(this FileTree tree, int fileSystem) => new(fileSystem, tree.LastNode + 1);

    /// <summary>With a node changed.</summary>
    public static FileTree With(this FileTree tree, Node node) =>
        tree with { Nodes = tree.Nodes.SetItem(node.Vnode.Number, node) };

    /// <summary>With a node that has no name yet.</summary>
    public static FileTree WithNew(this FileTree tree, Node node) =>
        tree.With(node) with { LastNode = node.Vnode.Number };

    /// <summary>Without a node that has no name.</summary>
    public static FileTree Without(this FileTree tree, Vnode vnode) => tree with
    {
        Nodes = tree.Nodes.Remove(vnode.Number),
        Nameless = tree.Nameless.Remove(vnode),
    };

    /// <summary>With one more file system, whose root is in the tree.</summary>
    public static FileTree Mounted(this FileTree tree, FileSystem fileSystem) =>
        tree with { FileSystems = tree.FileSystems.Add(fileSystem) };

    /// <summary>With a file system changed.</summary>
    public static FileTree With(this FileTree tree, FileSystem fileSystem) => tree with
    {
        FileSystems = tree.FileSystems.Replace(tree.FileSystemOf(fileSystem.RootDirectory), fileSystem),
    };

    /// <summary>Without a file system and all its nodes.</summary>
    public static FileTree Without(this FileTree tree, int fileSystem) => tree with
    {
        Nodes = tree.Nodes.RemoveRange(
            tree.Nodes.Values.Where(node => node.Vnode.FileSystem == fileSystem).Select(node => node.Vnode.Number)),
        FileSystems = tree.FileSystems.RemoveAll(other => other.Root == fileSystem),
    };

    /// <summary>With a name for a node; a directory gets its parent.</summary>
    public static FileTree Named(this FileTree tree, Vnode parent, string name, Vnode node)
    {
        Node directory = tree[parent];
        tree = tree.With(directory with { Entries = directory.Entries.Add(name, node) }) with
        {
            Nameless = tree.Nameless.Remove(node),
        };
        Node named = tree[node];
        return named.IsDirectory ? tree.With(named with { Parent = parent }) : tree;
    }

    /// <summary>Without a name; a node that has no other stays, nameless, until it is reclaimed.</summary>
    public static FileTree Unnamed(this FileTree tree, Vnode parent, string name)
    {
        Node directory = tree[parent];
        Vnode vnode = directory.Entries[name];
        tree = tree.With(directory with { Entries = directory.Entries.Remove(name) });
        Node node = tree[vnode];
        if (node.IsDirectory)
        {
            node = node with { Parent = null };
            tree = tree.With(node);
        }

        return tree.LinksOf(node) == 0 ? tree with { Nameless = tree.Nameless.Add(vnode) } : tree;
    }
}
