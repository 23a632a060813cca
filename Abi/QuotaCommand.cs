namespace Verify.Abi;

/// <summary>Commands of quotactl(2), with FreeBSD's numbers (ufs/ufs/quota.h).</summary>
public enum QuotaCommand
{
    /// <summary>Returns a user's limit.</summary>
    Q_GETQUOTA = 0x300,

    /// <summary>Sets a user's limit.</summary>
    Q_SETQUOTA = 0x400,

    /// <summary>Writes the limits to disk; there is nothing to write here.</summary>
    Q_SYNC = 0x600,
}
