namespace Verify.Implementation.Identity;

/// <summary>
/// The real and saved ids of a process, to which it may set its effective ids: FreeBSD's struct pcred.
/// </summary>
internal readonly struct ProcessIds(int realUid, int savedUid, int realGid, int savedGid)
{
    public int RealUid { get; } = realUid;

    public int SavedUid { get; } = savedUid;

    public int RealGid { get; } = realGid;

    public int SavedGid { get; } = savedGid;

    public bool Equals(in ProcessIds other) =>
        RealUid == other.RealUid && SavedUid == other.SavedUid
        && RealGid == other.RealGid && SavedGid == other.SavedGid;

    public ProcessIds WithUids(int real, int saved) => new(real, saved, RealGid, SavedGid);

    public ProcessIds WithGids(int real, int saved) => new(RealUid, SavedUid, real, saved);
}
