using System.Text;

namespace Verify.Abi.Text;

/// <summary>
/// The IP protocol of a packet for raw sockets: a number, but not that of ICMP, IGMP, TCP or UDP, whose packets the
/// kernel itself takes in.
/// </summary>
internal sealed class ForeignProtocol : Syntax<Protocol>
{
    private const int Icmp = 1;
    private const int Igmp = 2;

    public override void Print(StringBuilder text, Protocol value) => text.Append((int)value);

    public override Protocol Parse(Scanner scanner)
    {
        int start = scanner.Mark();
        int number = scanner.Number(0, byte.MaxValue, "a protocol number");
        return number is Icmp or Igmp or (int)Protocol.Tcp or (int)Protocol.Udp
            ? throw scanner.Expected("a protocol other than ICMP, IGMP, TCP and UDP", start)
            : (Protocol)number;
    }
}
