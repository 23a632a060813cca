using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>The quotas of one file system, in order of user id.</summary>
internal struct QuotaList
{
    private SortedIntrusiveList<Quota, Quota.OfFileSystem> _quotas;

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

    public void Insert(Quota quota) => _quotas.Insert(quota);

    public void Remove(Quota quota) => _quotas.Remove(quota);

    /// <summary>True if the quota is linked consistently and its user id is below that of its successor.</summary>
    public readonly bool Holds(Quota quota) => _quotas.Holds(quota);
}
