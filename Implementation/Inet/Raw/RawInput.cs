using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet.Raw;

/// <summary>Packets for raw sockets: what ip_input passes to rip_input (S11).</summary>
internal sealed class RawInput(PcbTable table, SocketLayer sockets, ReceivedControl control)
{
    private const Protocol Rsvp = (Protocol)46;

    /// <summary>
    /// Delivers a copy to every matching socket, newest first; a full buffer drops its copy.
    /// </summary>
    /// <param name="packet">The packet, which this host has accepted.</param>
    /// <param name="card">The interface on which it arrives.</param>
    /// <param name="traffic">Takes note of the receivers.</param>
    public void Receive(in Ipv4Packet packet, int card, ref Traffic traffic)
    {
        if (!IsForRawSockets(packet))
        {
            return;
        }

        var sender = new Endpoint(packet.Source, 0);
        Data received = packet.AsReceived();
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (Matches(pcb, packet) && sockets.TryDeliver(
                pcb.Socket, sender, received, control.For(pcb, packet.Destination, card)))
            {
                traffic.AddReceiver(pcb.Socket);
            }
        }
    }

    /// <summary>
    /// False for what ip_input drops, for fragments, whose others never come, and for packets of the protocols that the
    /// kernel speaks itself (D54), or drops: rsvp_input.
    /// </summary>
    private static bool IsForRawSockets(in Ipv4Packet packet) =>
        packet.IsWellFormed
        && (packet.HeaderLength == Ipv4Packet.LeastHeader
            || IpOptions.Pass(packet.Rest.ToArray(), packet.HeaderLength - Ipv4Packet.LeastHeader))
        && !packet.IsFragment
        && packet.Protocol is not (Protocol.Icmp or Protocol.Igmp or Protocol.Tcp or Protocol.Udp or Rsvp);

    /// <summary>True if a socket is meant by the protocol and the addresses of a packet.</summary>
    public static bool Matches(Pcb pcb, in Ipv4Packet packet) =>
        (pcb.Number == Protocol.Default || pcb.Number == packet.Protocol)
        && (pcb.Local.Address.IsAny || pcb.Local.Address == packet.Destination)
        && (pcb.Foreign.Address.IsAny || pcb.Foreign.Address == packet.Source);
}
