using Verify.Implementation.Jail;

namespace Verify.Implementation.Kernel;

/// <summary>
/// Who asks: a user, in a prison or on the host. Every question about the superuser is asked here, of the caller at the
/// time of the call (S7, J4).
/// </summary>
internal readonly struct Credentials(int uid, Prison? prison)
{
    public int Uid { get; } = uid;

    /// <summary>The prison; null on the host.</summary>
    public Prison? Prison { get; } = prison;

    /// <summary>The superuser, in a prison too: FreeBSD's suser_xxx with PRISON_ROOT.</summary>
    public bool IsSuperuser => Uid == 0;

    /// <summary>The superuser of the host: FreeBSD's suser.</summary>
    public bool IsHostSuperuser => Uid == 0 && Prison is null;

    public Credentials WithUid(int uid) => new(uid, Prison);

    public Credentials WithPrison(Prison prison) => new(Uid, prison);
}
