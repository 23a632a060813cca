using Verify.Implementation.Files;
using Verify.Implementation.Names;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Inspection;

/// <summary>Checks every file system: its mount point, nodes, tree and quotas.</summary>
internal sealed class FileSystemAudit(ProcessTable processes, VirtualFileSystem vfs)
{
    public string? Check(Traversal names, ref AuditCounts counts)
    {
        for (FileSystem? mount = vfs.Mounts.First; mount is not null; mount = mount.Next)
        {
            if (++counts.Mounts > vfs.Mounts.Zone.InUse || !mount.IsAllocated || !vfs.Mounts.Holds(mount))
            {
                return $"mount list corrupt: {mount.Kind}";
            }

            string? problem = CheckCovering(mount)
                ?? CheckNodes(mount, ref counts)
                ?? TreeAudit.CountNames(mount, names, ref counts)
                ?? TreeAudit.Check(mount, names, counts.Nodes)
                ?? QuotaAudit.Check(mount, ref counts);
            if (problem is not null)
            {
                return problem;
            }
        }

        return CheckNodes(vfs.Nodes.Dead, ref counts);
    }

    /// <summary>
    /// Checks that a root and the directory it is mounted on refer to each other, and likewise a root and a file system
    /// mounted on it.
    /// </summary>
    private string? CheckCovering(FileSystem mount)
    {
        bool isFirst = ReferenceEquals(mount, vfs.Mounts.First);
        bool isGood = mount.Root is { IsAllocated: true, IsDirectory: true, Parent: null } root
            && (root.CoveredBy is not { } cover || ReferenceEquals(cover.Covered, root)) && (isFirst
            ? mount.Covered is null
            : mount.Covered is { IsAllocated: true, IsDirectory: true } covered
                && ReferenceEquals(covered.CoveredBy, mount));
        return isGood ? null : $"mount point inconsistent: root {mount.Root.Number}";
    }

    private string? CheckNodes(FileSystem mount, ref AuditCounts counts)
    {
        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            ref int count = ref counts.Nodes;
            if (ReferenceEquals(node.FileSystem, mount) && node.IsSynthetic)
            {
                count = ref counts.SyntheticNodes;
            }

            bool isListed = ++count <= vfs.Nodes.Zone.InUse + vfs.Nodes.Synthetic.InUse && node.IsAllocated
                && ReferenceEquals(node.FileSystem, mount) && mount.Nodes.Holds(node);
            if (!isListed)
            {
                return $"node list corrupt: {node.Number}";
            }

            if (node.References == 0 && IsStale(node))
            {
                return $"unreferenced node not freed: {node.Number}";
            }
        }

        return null;
    }

    private bool IsStale(Node node) =>
        node.LinkCount == 0 || node.IsDead || (node.Pid != 0 && processes.Find(node.Pid) is null);
}
