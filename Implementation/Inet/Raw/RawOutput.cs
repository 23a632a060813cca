using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet.Raw;

/// <summary>Packets of raw sockets: rip_output, and what ip_output does with them (S11).</summary>
internal sealed class RawOutput(Interfaces interfaces, RawInput input)
{
    /// <summary>MAXTTL: IP_TTL does not matter here, nor does IP_TOS.</summary>
    private const byte MaxTimeToLive = 255;

    /// <summary>
    /// EMSGSIZE if the packet is too long, EINVAL for a bad header of the caller's own, or the errors of the route. A
    /// broadcast needs no permission.
    /// </summary>
    /// <param name="pcb">The sender.</param>
    /// <param name="data">What it sends; with IP_HDRINCL a whole packet, which tells its destination itself.</param>
    /// <param name="destination">Where to, without IP_HDRINCL.</param>
    /// <param name="traffic">Takes note of the packet and its receivers here.</param>
    public Errno Send(Pcb pcb, Data data, Ipv4 destination, ref Traffic traffic)
    {
        bool hasHeader = (pcb.Options & PcbOptions.HeaderIncluded) != 0;
        if (data.Length + (hasHeader ? 0 : Ipv4Packet.LeastHeader) > Ipv4Packet.MaxLength)
        {
            return Errno.EMSGSIZE;
        }

        var packet = new Ipv4Packet
        {
            TimeToLive = MaxTimeToLive,
            Protocol = pcb.Number,
            Source = pcb.Local.Address,
            Destination = destination,
            Rest = data,
        };
        if (hasHeader && !Ipv4Packet.TryRead(data, out packet))
        {
            return Errno.EINVAL;
        }

        return packet.Destination.IsMulticast
            ? SendToGroup(pcb, packet, ref traffic)
            : SendToHost(pcb, packet, ref traffic);
    }

    /// <summary>
    /// EADDRNOTAVAIL for a broadcast over a loopback interface. What is not routed lives for one hop. The card hears
    /// its own broadcasts, and a loopback interface everything.
    /// </summary>
    private Errno SendToHost(Pcb pcb, Ipv4Packet packet, ref Traffic traffic)
    {
        Ipv4 destination = packet.Destination;
        Errno error = interfaces.CheckOutput(destination, mayBroadcast: true, pcb.IsDirect);
        if (error != Errno.None)
        {
            return error;
        }

        bool isOwn = interfaces.IsOwn(destination);
        int card = isOwn && !pcb.IsDirect
            ? interfaces.ArrivalOf(destination)
            : interfaces.OutputTo(destination, pcb.IsDirect);
        bool isBroadcast = !isOwn && interfaces.IsBroadcastOver(card, destination);
        bool isLoopback = interfaces.IsLoopback(card);
        if (isBroadcast && isLoopback)
        {
            return Errno.EADDRNOTAVAIL;
        }

        if (IsTooLong(packet, card) || (isBroadcast && packet.Length > interfaces.MtuOf(card)))
        {
            return Errno.EMSGSIZE;
        }

        error = isOwn ? Errno.None : interfaces.CheckLink(destination, card, pcb.IsDirect);
        if (error != Errno.None || (!isOwn && interfaces.IsBlackHole(destination, card, pcb.IsDirect)))
        {
            return error;
        }

        packet = packet with
        {
            Source = packet.Source.IsAny ? interfaces.RawSourceFor(destination, pcb.IsDirect) : packet.Source,
            TimeToLive = pcb.IsDirect ? (byte)1 : packet.TimeToLive,
        };
        traffic.Sent = Packet.Raw(packet.Protocol, packet.Source, destination);
        if (isOwn || ((isBroadcast || isLoopback) && interfaces.Accepts(destination, card)))
        {
            input.Receive(packet, card, ref traffic);
        }

        return Errno.None;
    }

    /// <summary>The copy for this host's own members comes before the last errors.</summary>
    private Errno SendToGroup(Pcb pcb, Ipv4Packet packet, ref Traffic traffic)
    {
        Errno error = MulticastOutput.Route(interfaces, pcb, packet.Destination, out MulticastRoute way);
        if (error != Errno.None)
        {
            return error;
        }

        packet = packet with
        {
            Source = packet.Source.IsAny ? interfaces.FirstAddressOf(way.Card) : packet.Source,
            TimeToLive = (byte)(pcb.Multicast?.Ttl ?? MulticastOptions.DefaultTtl),
        };
        if (way.CopyOn is { } copyOn)
        {
            input.Receive(packet, copyOn, ref traffic);
        }

        if (way.Leaves && IsTooLong(packet, way.Card))
        {
            return Errno.EMSGSIZE;
        }

        error = way.Leaves ? interfaces.CheckLink(packet.Destination, way.Card, pcb.IsDirect) : Errno.None;
        bool isSent = way.Leaves && error == Errno.None;
        traffic.Sent = isSent ? Packet.Raw(packet.Protocol, packet.Source, packet.Destination) : null;
        return error;
    }

    /// <summary>A packet that must not be sent in fragments, and would have to.</summary>
    private bool IsTooLong(in Ipv4Packet packet, int card) =>
        packet.MustStayWhole && packet.Length > interfaces.MtuOf(card);
}
