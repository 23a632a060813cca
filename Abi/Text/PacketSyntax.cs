using System.Text;
using Verify.Abi.Calls;

namespace Verify.Abi.Text;

/// <summary>
/// A packet: 10.0.0.1:1024 > 10.0.0.2:53, or 10.0.0.1 > 10.0.0.2 protocol 253 from a raw socket. The protocol of
/// others follows from the call.
/// </summary>
internal static class PacketSyntax
{
    private const char To = '>';
    private const string Protocol = "protocol";

    private static readonly Number ProtocolNumber = new("a protocol number", least: 0, most: byte.MaxValue);

    public static void Print(StringBuilder text, Packet packet)
    {
        if (!packet.IsRaw)
        {
            text.Append($"{packet.Source} {To} {packet.Destination}");
            return;
        }

        text.Append($"{packet.Source.Address} {To} {packet.Destination.Address} {Protocol} {(int)packet.Protocol}");
    }

    /// <param name="scanner">Where the text is read.</param>
    /// <param name="usual">The protocol of a packet with ports.</param>
    public static Packet Parse(Scanner scanner, Protocol usual)
    {
        Ipv4 source = Terms.Address.Parse(scanner);
        if (scanner.TryTake(':'))
        {
            var first = new Endpoint(source, AddressAndPort.ParsePort(scanner));
            scanner.Take(To);
            return new Packet(usual, first, Terms.Endpoint.Parse(scanner));
        }

        scanner.Take(To);
        Ipv4 destination = Terms.Address.Parse(scanner);
        scanner.TakeWord(Protocol);
        return Packet.Raw((Protocol)ProtocolNumber.Parse(scanner), source, destination);
    }
}
