using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;

namespace Verify.Implementation.Calls.Sysctl;

/// <summary>Variables that list what the caller sees of the system (J6, J9).</summary>
internal sealed class SysctlListings(ProcessTable processes, Interfaces interfaces, Udp udp, PcbTable tcp)
{
    /// <summary>NET_RT_IFLIST: the argument of net.routetable that selects the list of interfaces.</summary>
    private const int InterfaceList = 3;

    public string Read(SysctlKey variable, in Credentials viewer) => variable switch
    {
        SysctlKey.Processes => ProcessListing.Visible(processes, viewer, _ => true),
        SysctlKey.UdpPcbs => PcbListing.Visible(udp.Table, viewer),
        SysctlKey.UdpStatistics => udp.Statistics.ToString(),
        _ => PcbListing.Visible(tcp, viewer),
    };

    /// <summary>
    /// Reads a variable with arguments: sysctl_kern_proc, which takes exactly one and otherwise returns EINVAL, or
    /// sysctl_rtsock.
    /// </summary>
    public Outcome Read(SysctlKey variable, int[] arguments, Process viewer)
    {
        if (variable == SysctlKey.RouteTable)
        {
            return arguments is [_, 0 or (int)AddressFamily.AF_INET, InterfaceList, 0]
                ? Outcome.Read(InterfaceListing.Visible(interfaces, viewer.Credentials.Prison?.Address))
                : Outcome.Failed(Errno.EINVAL);
        }

        return arguments is [var wanted]
            ? Outcome.Read(ProcessListing.Visible(
                processes, viewer.Credentials, process => IsListed(process, variable, wanted)))
            : Outcome.Failed(Errno.EINVAL);
    }

    private static bool IsListed(Process process, SysctlKey variable, int wanted) => variable switch
    {
        SysctlKey.ProcessById => process.Pid == wanted,
        SysctlKey.ProcessesOfGroup => process.Group.Id == wanted,
        SysctlKey.ProcessesOfUser => process.Credentials.Uid == wanted,
        SysctlKey.ProcessesOfRealUser => process.Ids.RealUid == wanted,
        _ => false,
    };
}
