using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>Counts and limits the nodes that users own (J10): ufs_quota.c.</summary>
internal sealed class Quotas
{
    public Zone<Quota> Zone { get; } = new("quota");

    /// <summary>The limit of a user; 0 means no limit.</summary>
    public static int LimitOf(FileSystem fileSystem, int uid) => fileSystem.Quotas.Find(uid)?.Limit ?? 0;

    public static bool HasRoom(FileSystem fileSystem, int uid) =>
        fileSystem.Quotas.Find(uid) is not { } quota || QuotaRule.HasRoom(quota.Owned, quota.Limit);

    public void SetLimit(FileSystem fileSystem, int uid, int limit)
    {
        Quota quota = Get(fileSystem, uid);
        quota.Limit = limit;
        FreeIfUnused(fileSystem, quota);
    }

    /// <summary>Counts a node as owned by its user.</summary>
    public void Charge(Node node) => Get(node.FileSystem, node.Uid).Owned++;

    /// <summary>Stops counting a node.</summary>
    public void Refund(Node node)
    {
        Quota quota = node.FileSystem.Quotas.Find(node.Uid)!;
        quota.Owned--;
        FreeIfUnused(node.FileSystem, quota);
    }

    /// <summary>Frees the quotas of a file system that is being unmounted.</summary>
    public void Forget(FileSystem fileSystem)
    {
        while (fileSystem.Quotas.First is { } quota)
        {
            fileSystem.Quotas.Remove(quota);
            Zone.Free(quota);
        }
    }

    private Quota Get(FileSystem fileSystem, int uid)
    {
        if (fileSystem.Quotas.Find(uid) is { } known)
        {
            return known;
        }

        Quota quota = Zone.Allocate()!;
        quota.Uid = uid;
        fileSystem.Quotas.Insert(quota);
        return quota;
    }

    private void FreeIfUnused(FileSystem fileSystem, Quota quota)
    {
        if (quota.Owned == 0 && quota.Limit == 0)
        {
            fileSystem.Quotas.Remove(quota);
            Zone.Free(quota);
        }
    }
}
