using Verify.Implementation.Files;

namespace Verify.Implementation.Inspection;

/// <summary>Counts the nodes that users own on a file system and compares them with the quotas (J10).</summary>
internal static class QuotaAudit
{
    public static string? Check(FileSystem mount, ref AuditCounts counts)
    {
        int owned = 0;
        for (Quota? quota = mount.Quotas.First; quota is not null; quota = quota.Next)
        {
            counts.Quotas++;
            if (!quota.IsAllocated || !mount.Quotas.Holds(quota) || (quota.Owned == 0 && quota.Limit == 0))
            {
                return $"quota list corrupt: user {quota.Uid}";
            }

            int found = Owned(mount, quota.Uid);
            if (quota.Owned != found)
            {
                return $"quota miscounted: user {quota.Uid}, {found} found, {quota.Owned} counted";
            }

            owned += found;
        }

        int nodes = CountAll(mount);
        return owned == nodes ? null : $"nodes without quota: {nodes} found, {owned} counted";
    }

    private static int Owned(FileSystem mount, int uid)
    {
        int count = 0;
        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            count += node.Uid == uid && !node.IsSynthetic ? 1 : 0;
        }

        return count;
    }

    private static int CountAll(FileSystem mount)
    {
        int count = 0;
        for (Node? node = mount.Nodes.First; node is not null; node = node.NextOfFileSystem)
        {
            count += node.IsSynthetic ? 0 : 1;
        }

        return count;
    }
}
