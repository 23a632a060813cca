namespace Verify.Model;

/// <summary>What lies beneath a directory, over all mounts.</summary>
internal static class Reach
{
    /// <summary>True for a directory that lies beneath a root, and for a file with a name in one that does.</summary>
    public static bool Has(this FileTree tree, Vnode root, Vnode vnode)
    {
        if (vnode.IsOfProcess || tree[vnode].IsDirectory)
        {
            return tree.IsBeneath(vnode, root);
        }

        foreach (Node directory in tree.Nodes.Values)
        {
            if (directory.Entries.ContainsValue(vnode) && tree.IsBeneath(directory.Vnode, root))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True where a node with a number lies beneath a root. Those below a procfs are not kept: any may be.</summary>
    public static bool HasNumber(this FileTree tree, Vnode root, int number)
    {
        if (tree.Nodes.TryGetValue(number, out Node? node) && tree.Has(root, node.Vnode))
        {
            return true;
        }

        foreach (FileSystem fileSystem in tree.FileSystems)
        {
            if (fileSystem.Type == FileSystemType.Procfs && number % 16 is 0 or 1 or 8
                && tree.IsBeneath(fileSystem.RootDirectory, root))
            {
                return true;
            }
        }

        return false;
    }
}
