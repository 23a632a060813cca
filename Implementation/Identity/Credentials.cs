using Verify.Abi;

namespace Verify.Implementation.Identity;

/// <summary>
/// The credentials of a process or socket: effective user and group, supplementary groups, and the prison. FreeBSD's
/// struct ucred with the prison added. <see cref="Privileges"/> decides what they permit.
/// </summary>
internal readonly struct Credentials(int uid, int gid, Prison? prison, GroupList others = default)
{
    public int Uid { get; } = uid;

    /// <summary>The effective group: cr_groups[0].</summary>
    public int Gid { get; } = gid;

    /// <summary>The supplementary groups: the rest of cr_groups.</summary>
    public GroupList Others { get; } = others;

    /// <summary>The prison; null on the host.</summary>
    public Prison? Prison { get; } = prison;

    public bool IsJailed => Prison is not null;

    /// <summary>True if the group is the effective group or a supplementary one: groupmember.</summary>
    public bool IsIn(int group) => group == Gid || Others.Contains(group);

    /// <summary>
    /// True if the other credentials are visible: the host sees all, a prison only its own. Equal addresses do not make
    /// two prisons the same (J6).
    /// </summary>
    public bool Sees(in Credentials other) => Prison is null || IsInSamePrison(other);

    /// <summary>True if both are in the same prison, or both on the host.</summary>
    public bool IsInSamePrison(in Credentials other) => ReferenceEquals(Prison, other.Prison);

    public Credentials WithUid(int uid) => new(uid, Gid, Prison, Others);

    public Credentials WithGid(int gid) => new(Uid, gid, Prison, Others);

    public Credentials WithOthers(GroupList others) => new(Uid, Gid, Prison, others);

    public Credentials WithPrison(Prison prison) => new(Uid, Gid, prison, Others);
}
