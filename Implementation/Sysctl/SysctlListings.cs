using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sysctl;

/// <summary>The variables that list what the caller sees of the system (J6, J9).</summary>
internal sealed class SysctlListings(ProcessTable processes, Interfaces interfaces, PcbTable udp, PcbTable tcp)
{
    public string Read(SysctlVariable variable, in Credentials viewer) => variable switch
    {
        SysctlVariable.Processes => ProcessListing.Visible(processes, viewer),
        SysctlVariable.Interfaces => interfaces.Describe(viewer.Prison?.Address),
        SysctlVariable.UdpPcbs => PcbListing.Visible(udp, viewer),
        _ => PcbListing.Visible(tcp, viewer),
    };
}
