using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>Counts what users own, and limits it (J10): ufs_quota.c.</summary>
internal sealed class Quotas
{
    public Zone<Quota> Zone { get; } = new("quota");

    /// <summary>A user's limit; 0 is none.</summary>
    public static int LimitOf(FileSystem fileSystem, int uid) => fileSystem.Quotas.Find(uid)?.Limit ?? 0;

    public static bool HasRoom(FileSystem fileSystem, int uid) =>
        fileSystem.Quotas.Find(uid) is not { } quota || QuotaRule.HasRoom(quota.Owned, quota.Limit);

    public void SetLimit(FileSystem fileSystem, int uid, int limit)
    {
        Quota quota = Get(fileSystem, uid);
        quota.Limit = limit;
        FreeIfUnused(fileSystem, quota);
    }

    /// <summary>A user has got a node.</summary>
    public void Charge(Node node) => Get(node.FileSystem, node.Uid).Owned++;

    /// <summary>A user has lost a node.</summary>
    public void Refund(Node node)
    {
        Quota quota = node.FileSystem.Quotas.Find(node.Uid)!;
        quota.Owned--;
        FreeIfUnused(node.FileSystem, quota);
    }

    /// <summary>The limits go with their file system.</summary>
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
