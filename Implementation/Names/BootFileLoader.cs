using System.Collections.Immutable;
using Verify.Abi;
using Verify.Implementation.Files;

namespace Verify.Implementation.Names;

/// <summary>Fills the root file system at boot.</summary>
internal static class BootFileLoader
{
    /// <summary>Creates the files in order; each directory comes before its contents. Limits do not apply.</summary>
    public static void Make(
        ImmutableArray<BootFile> files, FileSystem fileSystem, NodeTable nodes, Directories directories)
    {
        foreach (BootFile file in files)
        {
            Node node = nodes.Make(fileSystem, file.Mode, file.Uid, file.Gid);
            node.Target = file.Target;
            node.Device = file.Device;
            directories.Enter(DirectoryOf(file.Path, fileSystem.Root, out string name), name, node);
        }
    }

    private static Node DirectoryOf(string path, Node root, out string name)
    {
        Node directory = root;
        ComponentName part = ComponentName.Next(path, 0);
        while (!part.IsLast)
        {
            directory = directory.Entries.Find(part.In(path))!.Node;
            part = ComponentName.Next(path, part.End);
        }

        name = part.In(path).ToString();
        return directory;
    }
}
