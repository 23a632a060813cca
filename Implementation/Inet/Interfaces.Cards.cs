using Verify.Abi;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Inet;

/// <summary>Interfaces by their number: which one a datagram leaves by or arrives on.</summary>
internal sealed partial class Interfaces
{
    private const RouteOptions Refusals = RouteOptions.RTF_REJECT | RouteOptions.RTF_BLACKHOLE;

    /// <summary>INADDR_ALLHOSTS_GROUP.</summary>
    private static readonly Ipv4 AllHosts = Ipv4.Of(224, 0, 0, 1);

    /// <summary>All interfaces, in the order of attachment: ifnet.</summary>
    public ReadOnlySpan<Card> Cards => _cards;

    /// <summary>The interface that routes to a destination; negative if there is none.</summary>
    public int InterfaceTo(Ipv4 destination) => OutputTo(destination, isDirect: false);

    /// <summary>
    /// The interface over which a datagram leaves; negative if there is none. Without routing that is the one of an
    /// attached network (SO_DONTROUTE).
    /// </summary>
    public int OutputTo(Ipv4 destination, bool isDirect) => RouteTo(destination, isDirect)?.InterfaceIndex ?? -1;

    /// <summary>
    /// The interface on which a packet from another host arrives: the one that routes back to it, or the first one that
    /// is up if there is no way back, or it leads over a loopback interface. Negative if it does not arrive.
    /// </summary>
    public int ArrivalFrom(Ipv4 source)
    {
        int back = InterfaceTo(source);
        if (back >= 0 && !IsLoopback(back))
        {
            return _cards[back].IsUp ? back : -1;
        }

        for (int i = 0; i < _cards.Length; i++)
        {
            if (!IsLoopback(i) && _cards[i].IsUp)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// The interface on which a datagram of this host for itself arrives: m_pkthdr.rcvif. It goes over the loopback
    /// interface that has the destination, or the first one.
    /// </summary>
    public int ArrivalOf(Ipv4 destination)
    {
        int card = InterfaceOf(destination);
        if (card >= 0 && IsLoopback(card))
        {
            return card;
        }

        for (int i = 0; i < _cards.Length; i++)
        {
            if (IsLoopback(i))
            {
                return i;
            }
        }

        return card;
    }

    /// <summary>The first address of an interface, 0.0.0.0 if it has none: IFP_TO_IA.</summary>
    public Ipv4 FirstAddressOf(int card)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_addresses[i].InterfaceIndex == card)
            {
                return _addresses[i].Address;
            }
        }

        return Ipv4.Any;
    }

    /// <summary>The first entry of an interface; null if it has no address.</summary>
    public InetAddress? FirstOf(Card card)
    {
        Ipv4 first = FirstAddressOf(card.Number);
        return Find(card, first);
    }

    /// <summary>IFF_LOOPBACK.</summary>
    public bool IsLoopback(int card) => _cards[card].IsLoopback;

    /// <summary>The longest packet of an interface, in bytes: if_mtu.</summary>
    public int MtuOf(int card) => _cards[card].Mtu;

    /// <summary>
    /// The errors of ip_output and of the interface that is to send, for a packet that may be sent in fragments.
    /// </summary>
    /// <param name="destination">The destination.</param>
    /// <param name="mayBroadcast">True with SO_BROADCAST.</param>
    /// <param name="isDirect">True with SO_DONTROUTE.</param>
    /// <param name="length">The length of the packet, in bytes.</param>
    /// <param name="leaves">True if it is sent, false if it is dropped, without an error or with one.</param>
    public Errno Send(Ipv4 destination, bool mayBroadcast, bool isDirect, int length, out bool leaves)
    {
        Errno error = CheckOutput(destination, mayBroadcast, isDirect, length);
        leaves = error == Errno.None;
        if (leaves && !IsOwn(destination))
        {
            int card = OutputTo(destination, isDirect);
            error = CheckLink(destination, card, isDirect);
            leaves = error == Errno.None && !IsBlackHole(destination, card, isDirect);
        }

        return error;
    }

    /// <summary>
    /// The errors of an interface that is to send: ether_output, looutput. An Ethernet that is down is ENETDOWN, and a
    /// rejected host there EHOSTDOWN; a gateway can be reached. A loopback interface is never down, and knows only of
    /// hosts (RTF_WASCLONED) that they are rejected: EHOSTUNREACH.
    /// </summary>
    public Errno CheckLink(Ipv4 destination, int card, bool isDirect)
    {
        RouteOptions flags = FlagsTo(destination, isDirect);
        return IsLoopback(card)
                ? (flags & Refusals) == RouteOptions.RTF_REJECT ? Errno.EHOSTUNREACH : Errno.None
            : !_cards[card].IsUp ? Errno.ENETDOWN
            : (flags & (RouteOptions.RTF_GATEWAY | RouteOptions.RTF_REJECT)) == RouteOptions.RTF_REJECT
                ? Errno.EHOSTDOWN
            : Errno.None;
    }

    /// <summary>True for a destination that a loopback interface drops without an error: RTF_BLACKHOLE.</summary>
    public bool IsBlackHole(Ipv4 destination, int card, bool isDirect) =>
        IsLoopback(card) && (FlagsTo(destination, isDirect) & RouteOptions.RTF_BLACKHOLE) != 0;

    /// <summary>
    /// The interface over which a destination is a broadcast; null if it is none. Its driver loops a copy back,
    /// because it does not hear itself (IFF_SIMPLEX).
    /// </summary>
    public int? BroadcastInterface(Ipv4 destination, bool isDirect) =>
        !IsOwn(destination) && OutputTo(destination, isDirect) is >= 0 and var card
            && IsBroadcastOver(card, destination)
            ? card
            : null;

    /// <summary>True if datagrams to a group are accepted on an interface: IN_LOOKUP_MULTI.</summary>
    public bool IsMember(Ipv4 group, int card) =>
        (group == AllHosts && _cards[card].HearsAllHosts) || Groups.IsJoined(group, card);

    /// <summary>
    /// ip_input: what is sent to a group needs a member on the interface on which it arrives. The broadcast addresses
    /// of all interfaces are accepted, but not their old forms with zeros.
    /// </summary>
    public bool Accepts(Ipv4 destination, int card) =>
        destination.IsMulticast
            ? IsMember(destination, card)
            : TakesBroadcast(destination);

    /// <summary>
    /// True for a broadcast address that ip_input accepts, of any interface: the new form, with ones, for the subnet or
    /// the classful network, and 0.0.0.0.
    /// </summary>
    public bool TakesBroadcast(Ipv4 address)
    {
        bool takes = address == Ipv4.Broadcast || address.IsAny;
        for (int i = 0; i < _count; i++)
        {
            takes |= _addresses[i].TakesBroadcast(address);
        }

        return takes;
    }

    /// <summary>The flags of the best route; a packet that is not routed has none.</summary>
    private RouteOptions FlagsTo(Ipv4 destination, bool isDirect) =>
        isDirect ? RouteOptions.None : Routes.LookUp(destination)?.Flags ?? RouteOptions.None;
}
