using System.Text;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>net.inet.udp.pcblist and net.inet.tcp.pcblist.</summary>
internal static class PcbListing
{
    /// <summary>Lists both endpoints of each PCB visible to the viewer, newest first.</summary>
    public static string Visible(PcbTable table, in Credentials viewer)
    {
        var text = new StringBuilder();
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (IsSeen(pcb, viewer))
            {
                text.Append(text.Length == 0 ? "" : "; ").Append(pcb.Local).Append(' ').Append(pcb.Foreign);
            }
        }

        return text.ToString();
    }

    /// <summary>
    /// A prison sees its own PCBs (J9), if they are at its address, which is all that prison_xinpcb checks (D24).
    /// </summary>
    private static bool IsSeen(Pcb pcb, in Credentials viewer) =>
        viewer.Sees(pcb.Socket.Owner) && (viewer.Prison is not { } prison || pcb.Local.Address == prison.Address);
}
