using Verify.Abi;

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

/// <summary>The table of variables.</summary>
public static class SysctlRule
{
    /// <summary>The traits of a variable. An inner node has no value to write.</summary>
    public static SysctlTraits TraitsOf(SysctlVariable variable)
    {
        switch (variable)
        {
            case SysctlVariable.OsType:
            case SysctlVariable.OsRelease:
            case SysctlVariable.Processes:
            case SysctlVariable.Interfaces:
            case SysctlVariable.UdpPcbs:
            case SysctlVariable.TcpPcbs:
                return SysctlTraits.ReadOnly | SysctlTraits.IsText;
            case SysctlVariable.MaxProcesses:
            case SysctlVariable.Node:
                return SysctlTraits.ReadOnly;
            case SysctlVariable.Hostname:
                return SysctlTraits.OfPrison | SysctlTraits.IsText;
            default:
                return SysctlTraits.None;
        }
    }

    /// <summary>What it takes to write a variable that can be written (J4).</summary>
    public static Privilege NeededFor(SysctlTraits traits) =>
        (traits & SysctlTraits.OfPrison) != 0 ? Privilege.SetHostname : Privilege.WriteSysctl;
}
