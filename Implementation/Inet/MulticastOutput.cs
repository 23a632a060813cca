using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>Where a datagram to a multicast group goes: the part of ip_output about IN_MULTICAST.</summary>
internal static class MulticastOutput
{
    /// <summary>
    /// EHOSTUNREACH or ENETUNREACH without a route, which is needed even if IP_MULTICAST_IF makes it irrelevant.
    /// Nothing leaves with a time to live of 0, or over a loopback interface.
    /// </summary>
    /// <param name="interfaces">The interfaces of the host.</param>
    /// <param name="pcb">The sender.</param>
    /// <param name="group">The destination.</param>
    /// <param name="way">Where it goes.</param>
    public static Errno Route(Interfaces interfaces, Pcb pcb, Ipv4 group, out MulticastRoute way)
    {
        way = default;
        int route = interfaces.OutputTo(group, pcb.IsDirect);
        if (route < 0)
        {
            return pcb.IsDirect ? Errno.ENETUNREACH : Errno.EHOSTUNREACH;
        }

        MulticastOptions? options = pcb.Multicast;
        int card = options?.Interface ?? route;
        int? copyOn = null;
        if (options is null or { Loops: true } && interfaces.IsMember(group, card))
        {
            copyOn = card;
        }

        bool leaves = options is not { Ttl: 0 } && !interfaces.IsLoopback(card);
        way = new MulticastRoute(card, leaves, copyOn);
        return Errno.None;
    }
}

/// <summary>The way of a datagram to a multicast group.</summary>
/// <param name="Card">The interface that it is meant for.</param>
/// <param name="Leaves">True if it leaves there.</param>
/// <param name="CopyOn">The interface on which this host gets a copy; null if it gets none.</param>
internal readonly record struct MulticastRoute(int Card, bool Leaves, int? CopyOn);
