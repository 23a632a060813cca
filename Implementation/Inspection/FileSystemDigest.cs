using Verify.Implementation.Files;
using Verify.Implementation.Names;

namespace Verify.Implementation.Inspection;

/// <summary>Hashes file systems, with their nodes in order of creation and thus of number.</summary>
internal static class FileSystemDigest
{
    public static void AddTo(ref StateHash hash, VirtualFileSystem vfs)
    {
        hash.Add(vfs.Nodes.LastNumber);
        for (FileSystem? mount = vfs.Mounts.First; mount is not null; mount = mount.Next)
        {
            hash.Add((int)mount.Kind);
            hash.Add(mount.Owner);
            hash.Add(mount.Covered?.Number ?? 0);
            for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
            {
                if (!node.IsSynthetic)
                {
                    AddContents(ref hash, node);
                }
            }

            for (Quota? quota = mount.Quotas.First; quota is not null; quota = quota.Next)
            {
                hash.Add(quota.Uid);
                hash.Add(quota.Limit);
            }
        }
    }

    /// <summary>
    /// Adds the identity of a node. Synthetic nodes have the same numbers in every procfs; dead nodes are
    /// indistinguishable.
    /// </summary>
    public static void Add(ref StateHash hash, Node node)
    {
        hash.Add(node.IsDead ? 0 : node.Number);
        hash.Add(node.IsDead ? 0 : node.FileSystem.Root.Number);
    }

    private static void AddContents(ref StateHash hash, Node node)
    {
        hash.Add(node.Number);
        hash.Add(node.Mode);
        hash.Add(node.LinkCount);
        hash.Add(node.Uid);
        hash.Add(node.Gid);
        hash.Add(node.Device);
        Digest.Add(ref hash, node.Target);
        for (DirectoryEntry? entry = node.Entries.First; entry is not null; entry = entry.Next)
        {
            Digest.Add(ref hash, entry.Name);
            hash.Add(entry.Node.Number);
        }
    }
}
