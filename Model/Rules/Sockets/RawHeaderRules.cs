using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>The header of a packet from a raw socket: made by the host, or by the process (IP_HDRINCL, S11).</summary>
internal static class RawHeaderRules
{
    public static readonly Rule RawLong = new(
        "S11.raw-long", "Sending more than 65535 bytes with the IP header on a raw socket fails with EMSGSIZE.",
        "netinet/raw_ip.c:rip_output");
    public static readonly Rule RawHeaderShort = new(
        "S11.raw-header-short", "With IP_HDRINCL, sending fewer bytes than an IP header has fails with EINVAL.", "D55");
    public static readonly Rule RawHeaderBad = new(
        "S11.raw-header-bad",
        "With IP_HDRINCL, sending fails with EINVAL if the header states a length above that of the data, or below its "
        + "own.",
        "netinet/raw_ip.c:rip_output");
    public static readonly Rule RawHeaderMade = new(
        "S11.raw-header-made",
        "Without IP_HDRINCL, a packet has the protocol and the local address of its socket, the time to live 255 and "
        + "the type of service 0, whatever IP_TTL and IP_TOS are.",
        "netinet/raw_ip.c:rip_output");
    public static readonly Rule RawHeaderTaken = new(
        "S11.raw-header-taken",
        "With IP_HDRINCL, the header that the process has made says where the packet goes; the address of the call "
        + "means nothing.",
        "netinet/raw_ip.c:rip_output");
    public static readonly Rule RawUnnumbered = new(
        "S11.raw-unnumbered", "A packet whose header no process has numbered has the identification 0.", "D52");

    /// <summary>MAXTTL.</summary>
    private const byte MostHops = 255;

    /// <summary>The denial of what is to be sent.</summary>
    public static Denial? HeaderDenial(RawEnd raw, Data content)
    {
        if (!raw.IncludesHeader)
        {
            return content.Length + IpPacket.HeaderSize > IpPacket.Longest
                ? new Denial(Errno.EMSGSIZE, RawLong)
                : null;
        }

        if (content.Length is < IpPacket.HeaderSize or > IpPacket.Longest)
        {
            return content.Length > IpPacket.Longest
                ? new Denial(Errno.EMSGSIZE, RawLong)
                : new Denial(Errno.EINVAL, RawHeaderShort);
        }

        var packet = IpPacket.Read(content);
        return packet.Length > content.Length || packet.Length < packet.HeaderLength
            ? new Denial(Errno.EINVAL, RawHeaderBad)
            : null;
    }

    /// <summary>The packet that is to be sent; it may lack a source.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="socket">The sender.</param>
    /// <param name="raw">What it has as a raw socket.</param>
    /// <param name="content">What it sends; there is no denial of it.</param>
    /// <param name="destination">The destination of the call.</param>
    public static IpPacket PacketOf(
        ref CallCheck check, Socket socket, RawEnd raw, Data content, Ipv4 destination)
    {
        IpPacket packet = raw.IncludesHeader
            ? IpPacket.Read(content)
            : new IpPacket(raw.Protocol, socket.Local.Address, destination, content) { TimeToLive = MostHops };
        check.Use(raw.IncludesHeader ? RawHeaderTaken : RawHeaderMade);
        if (packet.Identification == 0)
        {
            check.Use(RawUnnumbered);
        }

        return packet;
    }
}
