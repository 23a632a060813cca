using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>
/// Who asks: a user and a group, in a prison or on the host. What that entitles to is for <see cref="Privileges"/> to
/// say.
/// </summary>
internal readonly struct Credentials(int uid, int gid, Prison? prison)
{
    public int Uid { get; } = uid;

    public int Gid { get; } = gid;

    /// <summary>The prison; null on the host.</summary>
    public Prison? Prison { get; } = prison;

    public bool IsJailed => Prison is not null;

    /// <summary>
    /// The host sees everybody, a prison only those of that very same prison: an equal address is not enough (J6).
    /// </summary>
    public bool Sees(in Credentials other) => Prison is null || IsWith(other);

    /// <summary>True for two in the same prison, and for two on the host.</summary>
    public bool IsWith(in Credentials other) => ReferenceEquals(Prison, other.Prison);

    public Credentials WithUid(int uid) => new(uid, Gid, Prison);

    public Credentials WithGid(int gid) => new(Uid, gid, Prison);

    public Credentials WithPrison(Prison prison) => new(Uid, Gid, prison);
}
