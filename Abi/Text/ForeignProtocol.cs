using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The IP protocol of a packet for raw sockets: a number, but not that of ICMP, IGMP, TCP or UDP, whose packets the
/// kernel itself takes in.
/// </summary>
internal sealed class ForeignProtocol : Syntax<Protocol>
{
    public override void Print(StringBuilder text, Protocol value) => text.Append((int)value);

    public override Protocol Parse(Scanner scanner)
    {
        int start = scanner.Mark();
        var protocol = (Protocol)scanner.Number(0, byte.MaxValue, "a protocol number");
        return protocol is Protocol.Icmp or Protocol.Igmp or Protocol.Tcp or Protocol.Udp
            ? throw scanner.Expected("a protocol other than ICMP, IGMP, TCP and UDP", start)
            : protocol;
    }
}
