namespace Verify.Implementation.Sysctl;

/// <summary>What a variable of the sysctl tree is, and who may write it: the flags of FreeBSD's SYSCTL_OID.</summary>
[Flags]
public enum SysctlTraits
{
    /// <summary>A number that the host's superuser writes.</summary>
    None = 0,

    /// <summary>Nobody writes it.</summary>
    ReadOnly = 1,

    /// <summary>CTLFLAG_PRISON: a prison has its own, and writes that.</summary>
    OfPrison = 2,

    /// <summary>It has a text.</summary>
    IsText = 4,
}
