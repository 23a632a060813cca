using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>What the kernel itself tells routing sockets: rt_newaddrmsg and rt_ifmsg (S9).</summary>
internal sealed class Announcements(RouteProtocol protocol, Clock clock)
{
    private const byte EthernetHeader = 14;
    private const int EthernetSpeed = 10_000_000;

    /// <summary>An interface has got an address, and that a route.</summary>
    public void Added(InetAddress own, Route route, ref Traffic traffic)
    {
        TellAddress(RouteMessageKind.RTM_NEWADDR, own, RouteOptions.None, ref traffic);
        TellRoute(RouteMessageKind.RTM_ADD, own, route, ref traffic);
    }

    /// <summary>An address has lost its route, and its interface it. It still has IFA_ROUTE, as RTF_UP.</summary>
    public void Deleted(InetAddress own, Route route, ref Traffic traffic)
    {
        TellRoute(RouteMessageKind.RTM_DELETE, own, route, ref traffic);
        TellAddress(RouteMessageKind.RTM_DELADDR, own, RouteOptions.RTF_UP, ref traffic);
    }

    /// <summary>An interface has come up, or gone down.</summary>
    public void Changed(Card card, ref Traffic traffic)
    {
        var writer = new MessageWriter(stackalloc byte[MessageLayout.OfInterface.Length]);
        writer.Put(MessageLayout.OfInterface.FlagsAt, (int)card.Flags);
        writer.Put(MessageLayout.OfInterface.IndexAt, (ushort)card.Index);
        writer.Put(MessageLayout.OfInterface.TypeAt, LinkAddress.TypeOf(card));
        writer.Put(MessageLayout.OfInterface.MtuAt, card.Mtu);
        if (!card.IsLoopback)
        {
            writer.Put(MessageLayout.OfInterface.HardwareLengthAt, (byte)LinkAddress.HardwareLength);
            writer.Put(MessageLayout.OfInterface.HeaderLengthAt, EthernetHeader);
            writer.Put(MessageLayout.OfInterface.BaudRateAt, EthernetSpeed);
        }

        writer.Put(MessageLayout.OfInterface.LastChangeAt, clock.Seconds);
        writer.Put(MessageLayout.OfInterface.LastChangeAt + sizeof(int), clock.Microseconds);
        Tell(
            writer.Finish(RouteMessageKind.RTM_IFINFO, MessageLayout.OfInterface.AddressesAt), family: 0, ref traffic);
    }

    private void TellAddress(RouteMessageKind kind, InetAddress own, RouteOptions flags, ref Traffic traffic)
    {
        var writer = new MessageWriter(stackalloc byte[MessageLayout.OfInterface.AddressLength]);
        writer.AddOwnMask(own);
        writer.AddInterface(own);
        writer.AddInet(AddressSlot.Broadcast, own.HasBroadcast ? own.Broadcast : own.Address);
        RouteOptions cloning = own.Card.IsLoopback ? RouteOptions.None : RouteOptions.RTF_CLONING;
        writer.Put(MessageLayout.OfInterface.FlagsAt, (int)(flags | cloning));
        writer.Put(MessageLayout.OfInterface.IndexAt, (ushort)own.Card.Index);
        Tell(
            writer.Finish(kind, MessageLayout.OfInterface.AddressesAt), (ushort)AddressFamily.AF_INET, ref traffic);
    }

    private void TellRoute(RouteMessageKind kind, InetAddress own, Route route, ref Traffic traffic)
    {
        var writer = new MessageWriter(stackalloc byte[MessageLayout.OfRoute.Length]);
        writer.AddRoute(route);
        writer.Put(MessageLayout.OfRoute.FlagsAt, (int)route.Flags);
        writer.Put(MessageLayout.OfRoute.IndexAt, (ushort)own.Card.Index);
        Tell(writer.Finish(kind, MessageLayout.OfRoute.AddressesAt), (ushort)AddressFamily.AF_INET, ref traffic);
    }

    /// <summary>Nothing is told, nor the family noted, while nobody has a routing socket.</summary>
    private void Tell(byte[] message, ushort family, ref Traffic traffic)
    {
        if (protocol.HasListener)
        {
            protocol.Deliver(Data.Of(message), family, deaf: null, ref traffic);
        }
    }
}
