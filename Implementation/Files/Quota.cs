using Verify.Implementation.Primitives;

namespace Verify.Implementation.Files;

/// <summary>
/// The number of nodes a user owns on one file system, and the limit: FreeBSD's struct dquot. It exists if either is
/// not 0.
/// </summary>
internal sealed class Quota : ZoneItem
{
    private Links<Quota> _ofFileSystem;

    public int Uid { get; set; }

    /// <summary>The maximum number of nodes; 0 means no limit.</summary>
    public int Limit { get; set; }

    /// <summary>The number of nodes the user owns.</summary>
    public int Owned { get; set; }

    /// <summary>The quota of the user with the next higher id.</summary>
    public Quota? Next => _ofFileSystem.Next;

    internal override void Clear()
    {
        Uid = 0;
        Limit = 0;
        Owned = 0;
    }

    internal readonly struct OfFileSystem : ILinksOf<Quota>, IOrderOf<Quota>
    {
        public static ref Links<Quota> Of(Quota item) => ref item._ofFileSystem;

        public static bool IsBefore(Quota item, Quota other) => item.Uid < other.Uid;
    }
}
