namespace Verify.Abi;

/// <summary>What quotactl(2) is asked to do, with the numbers of FreeBSD (ufs/ufs/quota.h).</summary>
public enum QuotaCommand
{
    /// <summary>Tells a user's limit.</summary>
    Q_GETQUOTA = 0x300,

    /// <summary>Sets a user's limit.</summary>
    Q_SETQUOTA = 0x400,

    /// <summary>Writes the limits to the disk, where they are already.</summary>
    Q_SYNC = 0x600,
}
