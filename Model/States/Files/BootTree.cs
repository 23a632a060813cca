using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States.Files;

/// <summary>The file systems of a machine that has just booted.</summary>
internal static class BootTree
{
    /// <summary>The mode of the root directory, and of the root of a mounted file system.</summary>
    public static readonly int RootMode = FileModes.Directory | Octal.Mode("0755");

    private static readonly FileTree Bare = new()
    {
        Nodes = ImmutableSortedDictionary<int, Node>.Empty.Add(1, new Node { Vnode = Vnode.Root, Mode = RootMode }),
        FileSystems = [new FileSystem(1, FileSystemType.Ufs, null)],
        LastNode = 1,
    };

    /// <summary>The root file system with the files of a world, numbered in order.</summary>
    public static FileTree Of(World world) => world.Files.Aggregate(Bare, Add);

    private static FileTree Add(FileTree tree, BootFile file)
    {
        string[] names = file.Path[1..].Split('/');
        Vnode parent = names[..^1].Aggregate(Vnode.Root, (directory, name) => tree[directory].Entries[name]);
        var node = new Node
        {
            Vnode = tree.NextVnode(parent.FileSystem),
            Mode = file.Mode,
            Uid = file.Uid,
            Gid = file.Gid,
            Device = file.Device,
            Target = file.Target,
        };
        return tree.WithNew(node).Named(parent, names[^1], node.Vnode);
    }
}
