namespace Verify.Model.States.Files;

/// <summary>Hashes the file systems: nodes by number, since stat(2) shows it.</summary>
internal static class TreeDigest
{
    public static void AddTo(this FileTree tree, ref StateHash hash)
    {
        hash.Add(tree.LastNode);
        hash.Add(tree.FileSystems.Length);
        foreach (FileSystem fileSystem in tree.FileSystems)
        {
            Add(ref hash, fileSystem);
        }

        hash.Add(tree.Nodes.Count);
        foreach (Node node in tree.Nodes.Values)
        {
            Add(ref hash, node);
        }
    }

    /// <summary>Adds a vnode.</summary>
    internal static void Add(this ref StateHash hash, Vnode vnode)
    {
        hash.Add((ulong)vnode.FileSystem << 32 | (uint)vnode.Number);
        hash.Add(vnode.IsOfProcess ? 1 : 0);
    }

    /// <summary>Adds a text.</summary>
    internal static void Add(this ref StateHash hash, string text)
    {
        hash.Add(text.Length);
        foreach (char character in text)
        {
            hash.Add(character);
        }
    }

    private static void Add(ref StateHash hash, FileSystem fileSystem)
    {
        hash.Add(fileSystem.Root);
        hash.Add((int)fileSystem.Type);
        hash.Add(fileSystem.Covered ?? default);
        hash.Add(fileSystem.Owner);
        hash.Add(fileSystem.Limits.Count);
        foreach ((int uid, int limit) in fileSystem.Limits)
        {
            hash.Add(uid);
            hash.Add(limit);
        }
    }

    private static void Add(ref StateHash hash, Node node)
    {
        hash.Add(node.Vnode);
        hash.Add(node.Mode);
        hash.Add(node.Uid);
        hash.Add(node.Gid);
        hash.Add(node.Device);
        hash.Add(node.Target);
        hash.Add(node.Parent ?? default);
        hash.Add(node.Entries.Count);
        foreach ((string name, Vnode entry) in node.Entries)
        {
            hash.Add(name);
            hash.Add(entry);
        }
    }
}
