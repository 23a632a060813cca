using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// Datagrams to multicast and broadcast addresses that arrive on an interface (S11): the search of udp_input over all
/// PCBs.
/// </summary>
internal sealed class UdpDelivery(
    PcbTable table, Interfaces interfaces, SocketLayer sockets, ReceivedControl control, UdpStatistics statistics)
{
    /// <summary>True if a datagram that was accepted is for many sockets, false if for one as any other.</summary>
    public bool IsForMany(Ipv4 destination, int card) =>
        destination.IsMulticast || interfaces.IsBroadcastOver(card, destination);

    /// <summary>
    /// Queues a datagram at its receiver with the control data that it wants; false, and counted, if it does not fit.
    /// </summary>
    /// <param name="pcb">The receiver.</param>
    /// <param name="source">Where the datagram comes from.</param>
    /// <param name="destination">Where it was sent to.</param>
    /// <param name="card">The interface on which it arrives; negative if this host has sent it to itself.</param>
    /// <param name="data">The datagram.</param>
    public bool TryDeliver(Pcb pcb, Endpoint source, Endpoint destination, int card, Data data)
    {
        if (sockets.TryDeliver(pcb.Socket, source, data, control.For(pcb, destination.Address, card)))
        {
            return true;
        }

        statistics.Count(UdpCounter.FullBuffer);
        return false;
    }

    /// <summary>
    /// Delivers a copy to every matching socket, newest first. A full buffer drops its copy. The search ends with the
    /// first socket that does not share its port. Whether a socket is a member of the group does not matter.
    /// </summary>
    public void DeliverToMany(
        int card, Endpoint source, Endpoint destination, Data data, ref Traffic traffic)
    {
        bool isMatched = false;
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            if (!Matches(pcb, source, destination))
            {
                continue;
            }

            isMatched = true;
            if (TryDeliver(pcb, source, destination, card, data))
            {
                traffic.AddReceiver(pcb.Socket);
            }

            if ((pcb.Socket.Options & SocketOptions.Reuse) == 0)
            {
                break;
            }
        }

        if (!isMatched)
        {
            statistics.Count(UdpCounter.NoPortForMany);
        }
    }

    /// <summary>
    /// An unbound socket has the port 0 and the address 0.0.0.0, and FreeBSD lets it match a datagram to port 0; in a
    /// prison it must not, because it would receive for the whole host (D41, G1).
    /// </summary>
    private static bool Matches(Pcb pcb, Endpoint source, Endpoint destination) =>
        pcb.Local.Port == destination.Port
        && (pcb.Local.Address.IsAny || pcb.Local.Address == destination.Address)
        && (pcb.Foreign.Address.IsAny || pcb.Foreign == source)
        && (pcb.IsBound || pcb.Socket.Owner.Prison is null);
}
