using System.Buffers.Binary;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>A message to routing sockets.</summary>
/// <param name="Family">The address family that it is about; 0 for none.</param>
/// <param name="Bytes">The message.</param>
internal readonly record struct RouteNews(int Family, Data Bytes)
{
    private const byte Version = 5;
    private const byte Inet = (byte)AddressFamily.AF_INET;

    // sizeof of struct if_msghdr, ifa_msghdr.
    private const int InterfaceHeader = 96, AddressHeader = 20;

    private const int EthernetHeader = 14, EthernetBaud = 10_000_000, Second = 1_000_000;

    /// <summary>An interface's address is new or gone (RTM_NEWADDR, RTM_DELADDR).</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="card">The interface.</param>
    /// <param name="site">The address.</param>
    public static RouteNews OfAddress(RouteMessageKind kind, Card card, Site site)
    {
        RouteOptions flags = (site.HasRoute ? RouteOptions.RTF_UP : RouteOptions.None)
            | (card.IsLoopback ? RouteOptions.None : RouteOptions.RTF_CLONING);
        byte[] message =
        [
            .. new byte[AddressHeader],
            .. SocketAddresses.GivenMask(site.NetworkPrefix),
            .. LinkAddresses.Of(card),
            .. SocketAddresses.Of(site.Address),
            .. SocketAddresses.Of(site.Broadcast ?? site.Address),
        ];
        Begin(message, kind);
        Write(message, 4, (int)(RouteParts.Netmask | RouteParts.Interface | RouteParts.Local | RouteParts.Broadcast));
        Write(message, 8, (int)flags);
        WriteShort(message, 12, card.Index);
        return new RouteNews(Inet, Data.Of(message));
    }

    /// <summary>A route is new or gone, with the address of an interface (RTM_ADD, RTM_DELETE).</summary>
    /// <param name="kind">Which of them.</param>
    /// <param name="card">The interface that has the address.</param>
    /// <param name="leadsOver">The interface of the route.</param>
    /// <param name="route">The route.</param>
    public static RouteNews OfRoute(RouteMessageKind kind, Card card, Card leadsOver, Route route)
    {
        byte[] addresses = SocketAddresses.Of(route, leadsOver, out RouteParts parts);
        byte[] message = [.. new byte[RoutingHeader.Size], .. addresses];
        Begin(message, kind);
        var header = new RoutingHeader(message)
        {
            Index = card.Index,
            Flags = route.Flags,
            Parts = parts,
        };
        return new RouteNews(Inet, header.Bytes);
    }

    /// <summary>An interface has gone up or down (RTM_IFINFO).</summary>
    /// <param name="card">The interface.</param>
    /// <param name="now">The machine's clock.</param>
    public static RouteNews OfInterface(Card card, long now)
    {
        byte[] message = new byte[InterfaceHeader];
        Begin(message, RouteMessageKind.RTM_IFINFO);
        Write(message, 8, (int)card.Flags);
        WriteShort(message, 12, card.Index);
        message[16] = LinkAddresses.TypeOf(card);
        message[18] = (byte)LinkAddresses.HardwareLength(card);
        message[19] = card.IsLoopback ? (byte)0 : (byte)EthernetHeader;
        Write(message, 24, card.LongestPacket);
        Write(message, 32, card.IsLoopback ? 0 : EthernetBaud);
        Write(message, 88, unchecked((int)(now / Second)));
        Write(message, 92, (int)(now % Second));
        return new RouteNews(0, Data.Of(message));
    }

    private static void Begin(byte[] message, RouteMessageKind kind)
    {
        WriteShort(message, 0, message.Length);
        message[2] = Version;
        message[3] = (byte)kind;
    }

    private static void Write(byte[] message, int at, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(at), value);

    private static void WriteShort(byte[] message, int at, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(at), (ushort)value);
}
