using System.Text;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Inet;

/// <summary>net.inet.udp.pcblist and net.inet.tcp.pcblist.</summary>
internal static class PcbListing
{
    /// <summary>Both ends of each PCB that one who asks sees, the newest first; a prison sees its own (J9).</summary>
    public static string Visible(PcbTable table, in Credentials viewer)
    {
        var text = new StringBuilder();
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (viewer.Sees(pcb.Socket.Owner))
            {
                text.Append(text.Length == 0 ? "" : "; ").Append(pcb.Local).Append(' ').Append(pcb.Foreign);
            }
        }

        return text.ToString();
    }
}
