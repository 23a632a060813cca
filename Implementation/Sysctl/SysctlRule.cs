using Verify.Abi;

namespace Verify.Implementation.Sysctl;

/// <summary>The table of variables of the sysctl tree.</summary>
public static class SysctlRule
{
    /// <summary>What a variable is. An inner node has no value to write.</summary>
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
