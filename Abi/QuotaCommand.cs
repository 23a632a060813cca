namespace Verify.Abi;

/// <summary>What quotactl(2) is asked to do.</summary>
public enum QuotaCommand
{
    /// <summary>Tells a user's limit.</summary>
    Q_GETQUOTA = 7,

    /// <summary>Sets a user's limit.</summary>
    Q_SETQUOTA = 8,
}
