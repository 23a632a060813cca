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
    /// <param name="pcb">The sender, with its foreign end.</param>
    /// <param name="leaves">True if the datagram leaves.</param>
    /// <param name="copyOn">The interface on which this host gets a copy; null if it gets none.</param>
    public static Errno Route(Interfaces interfaces, Pcb pcb, out bool leaves, out int? copyOn)
    {
        leaves = false;
        copyOn = null;
        int route = interfaces.OutputTo(pcb.Foreign.Address, pcb.IsDirect);
        if (route < 0)
        {
            return pcb.IsDirect ? Errno.ENETUNREACH : Errno.EHOSTUNREACH;
        }

        MulticastOptions? options = pcb.Multicast;
        int card = options?.Interface ?? route;
        if (options is null or { Loops: true } && interfaces.Groups.IsMember(pcb.Foreign.Address, card))
        {
            copyOn = card;
        }

        leaves = options is not { Ttl: 0 } && !interfaces.IsLoopback(card);
        return Errno.None;
    }
}
