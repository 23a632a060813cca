using Verify.Abi;

namespace Verify.Model.Rules.Sockets;

/// <summary>What a process asks for in a message: the fields that count, and the addresses that there are.</summary>
/// <param name="Header">The header.</param>
/// <param name="Destination">The destination.</param>
/// <param name="Gateway">The gateway.</param>
/// <param name="Netmask">The mask of the destination.</param>
/// <param name="CloneMask">The mask of cloned routes.</param>
internal readonly record struct RouteRequest(
    RoutingHeader Header,
    RouteAddress? Destination,
    RouteAddress? Gateway,
    RouteAddress? Netmask,
    RouteAddress? CloneMask)
{
    /// <summary>AF_MAX of sys/socket.h.</summary>
    private const int Families = 33;

    /// <summary>The bits of rtm_addrs that mean an address.</summary>
    private const int Kinds = 8;

    /// <summary>True if it has a destination, and no family in it is unknown.</summary>
    public bool HasKnownFamilies =>
        Destination is { Family: < (AddressFamily)Families }
        && Gateway is null or { Family: < (AddressFamily)Families };

    /// <summary>
    /// Reads a message with a good header. The addresses follow each other as the bits of the header say; the first
    /// without a length ends them. Null if one says that it goes on behind the end of the message (rt_xaddrs).
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="header">Its header.</param>
    public static RouteRequest? Of(Data message, RoutingHeader header)
    {
        var found = new RouteAddress?[Kinds];
        int at = RoutingHeader.Size;
        for (int i = 0; i < Kinds && at < message.Length; i++)
        {
            if (((int)header.Parts >> i & 1) == 0)
            {
                continue;
            }

            int length = message[at];
            if (at + length > message.Length)
            {
                return null;
            }

            found[i] = new RouteAddress(message.Slice(at, length));
            if (length == 0)
            {
                break;
            }

            at += SocketAddresses.RoomOf(length);
        }

        return new RouteRequest(header, found[0], found[1], found[2], found[3]);
    }
}
