using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The quotas of one file system, by user.</summary>
internal struct QuotaList
{
    private IntrusiveList<Quota, Quota.OfFileSystem> _quotas;

    public readonly Quota? First => _quotas.First;

    public readonly Quota? Find(int uid)
    {
        Quota? quota = First;
        while (quota is not null && quota.Uid != uid)
        {
            quota = quota.Next;
        }

        return quota;
    }

    public void Insert(Quota quota)
    {
        Quota? before = null;
        for (Quota? next = First; next is not null && next.Uid < quota.Uid; next = next.Next)
        {
            before = next;
        }

        if (before is null)
        {
            _quotas.InsertHead(quota);
        }
        else
        {
            IntrusiveList<Quota, Quota.OfFileSystem>.InsertAfter(before, quota);
        }
    }

    public void Remove(Quota quota) => _quotas.Remove(quota);

    /// <summary>True where the quota is properly in the list, and its user before the next one.</summary>
    public readonly bool Holds(Quota quota) =>
        _quotas.Holds(quota) && (quota.Next is null || quota.Uid < quota.Next.Uid);
}
