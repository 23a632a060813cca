using Verify.Abi;

namespace Verify.Implementation.Identity;

/// <summary>
/// Who asks: an effective user and group with other groups, in a prison or on the host. It is FreeBSD's struct ucred with
/// the prison, and what a socket keeps of its creator. What it entitles to is for <see cref="Privileges"/> to say.
/// </summary>
internal readonly struct Credentials(int uid, int gid, Prison? prison, GroupList others = default)
{
    public int Uid { get; } = uid;

    /// <summary>The effective group: cr_groups[0].</summary>
    public int Gid { get; } = gid;

    /// <summary>The other groups: what follows in cr_groups.</summary>
    public GroupList Others { get; } = others;

    /// <summary>The prison; null on the host.</summary>
    public Prison? Prison { get; } = prison;

    public bool IsJailed => Prison is not null;

    /// <summary>True for each of the groups: groupmember.</summary>
    public bool IsIn(int group) => group == Gid || Others.Contains(group);

    /// <summary>
    /// The host sees everybody, a prison only those of that very same prison: an equal address is not enough (J6).
    /// </summary>
    public bool Sees(in Credentials other) => Prison is null || IsInSamePrison(other);

    /// <summary>True for two in the same prison, and for two on the host.</summary>
    public bool IsInSamePrison(in Credentials other) => ReferenceEquals(Prison, other.Prison);

    public Credentials WithUid(int uid) => new(uid, Gid, Prison, Others);

    public Credentials WithGid(int gid) => new(Uid, gid, Prison, Others);

    public Credentials WithOthers(GroupList others) => new(Uid, Gid, Prison, others);

    public Credentials WithPrison(Prison prison) => new(Uid, Gid, prison, Others);
}
