using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// The host's interfaces, its addresses in order of configuration (in_ifaddrhead), and its routes. They determine
/// source addresses and which destinations are local.
/// </summary>
internal sealed partial class Interfaces
{
    private readonly Card[] _cards;
    private InetAddress[] _addresses;
    private int _count;

    /// <summary>Attaches the interfaces, with their addresses in turn. There are no routes yet.</summary>
    public Interfaces(World world, Clock clock)
    {
        _cards = new Card[world.Interfaces.Length];
        int count = 0;
        for (int card = 0; card < _cards.Length; card++)
        {
            Interface given = world.Interfaces[card];
            _cards[card] = new Card(given.Name, card, given.IsLoopback);
            count += given.Addresses.Length;
        }

        _addresses = new InetAddress[count];
        Changes = new RouteChanges(this, clock);
        for (int card = 0; card < _cards.Length; card++)
        {
            foreach (InterfaceAddress address in world.Interfaces[card].Addresses)
            {
                Attach().Initialize(_cards[card], address);
            }
        }
    }

    /// <summary>The multicast groups joined on each interface: if_multiaddrs.</summary>
    public HostGroups Groups { get; } = new();

    public RouteTable Routes { get; } = new();

    /// <summary>What adds routes, and takes them away.</summary>
    public RouteChanges Changes { get; }

    /// <summary>False if ifnet is empty.</summary>
    public bool HasInterface => _cards.Length > 0;

    public bool HasAddress => _count > 0;

    /// <summary>All addresses, in order of configuration.</summary>
    public ReadOnlySpan<InetAddress> Addresses => _addresses.AsSpan(0, _count);

    public bool IsOwn(Ipv4 address) => InterfaceOf(address) >= 0;

    /// <summary>The interface that has an address: INADDR_TO_IFP; negative if there is none.</summary>
    public int InterfaceOf(Ipv4 address)
    {
        for (int i = 0; i < _count; i++)
        {
            InetAddress own = _addresses[i];
            if (own.Address == address)
            {
                return own.InterfaceIndex;
            }
        }

        return -1;
    }

    /// <summary>True for a broadcast address of a connected network. A local address never is one.</summary>
    public bool IsBroadcast(Ipv4 address)
    {
        if (IsOwn(address))
        {
            return false;
        }

        bool isBroadcast = address == Ipv4.Broadcast;
        for (int i = 0; i < _count; i++)
        {
            isBroadcast |= _addresses[i].IsBroadcastOf(address);
        }

        return isBroadcast;
    }

    /// <summary>ifa_ifwithaddr, which compares with the configured broadcast address of each interface only.</summary>
    public bool HasAddressOrBroadcast(Ipv4 address)
    {
        bool has = IsOwn(address);
        for (int i = 0; i < _count; i++)
        {
            InetAddress own = _addresses[i];
            has |= own.HasBroadcast && own.Broadcast == address;
        }

        return has;
    }

    /// <summary>
    /// The destination meant: INADDR_ANY means the host's primary address, and 255.255.255.255 the broadcast address of
    /// its network, as in in_pcbladdr.
    /// </summary>
    public Ipv4 Destination(Ipv4 address) =>
        !HasAddress ? address
        : address.IsAny ? _addresses[0].Address
        : address == Ipv4.Broadcast && _addresses[0].HasBroadcast ? _addresses[0].Broadcast
        : address;

    /// <summary>
    /// The source address for a destination: that of the route, but not over a loopback interface. There, and without
    /// a route, it is that of the smallest attached network, or the primary one. At least one must exist: in_pcbladdr.
    /// An address of this host is reached from itself, whatever the routes are.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination, bool isDirect = false)
    {
        if (!isDirect && IsOwn(destination))
        {
            return destination;
        }

        InetAddress? own = RouteTo(destination, isDirect) is { Card.IsLoopback: false } routed
            ? routed
            : AttachedTo(destination);
        return (own ?? _addresses[0]).Address;
    }

    /// <summary>The source address of a raw packet, which there is a route for: ip_output.</summary>
    public Ipv4 RawSourceFor(Ipv4 destination, bool isDirect) =>
        IsOwn(destination) ? SourceFor(destination, isDirect) : RouteTo(destination, isDirect)!.Address;

    /// <summary>
    /// The errors of ip_output before anything is sent: EHOSTUNREACH without a route, ENETUNREACH if there must be
    /// none and the destination is on no attached network, EADDRNOTAVAIL for a broadcast over a loopback interface,
    /// EACCES for a broadcast address without SO_BROADCAST, EMSGSIZE for a broadcast that would need fragments. Only
    /// broadcast addresses of the outgoing interface count: in_broadcast.
    /// </summary>
    /// <param name="destination">The destination.</param>
    /// <param name="mayBroadcast">True with SO_BROADCAST.</param>
    /// <param name="isDirect">True with SO_DONTROUTE.</param>
    /// <param name="length">The length of the packet, in bytes.</param>
    public Errno CheckOutput(Ipv4 destination, bool mayBroadcast, bool isDirect = false, int length = 0)
    {
        if (IsOwn(destination))
        {
            return Errno.None;
        }

        InetAddress? route = RouteTo(destination, isDirect);
        return route is null ? (isDirect ? Errno.ENETUNREACH : Errno.EHOSTUNREACH)
            : !IsBroadcastOver(route.InterfaceIndex, destination) ? Errno.None
            : route.Card.IsLoopback ? Errno.EADDRNOTAVAIL
            : !mayBroadcast ? Errno.EACCES
            : length > route.Card.Mtu ? Errno.EMSGSIZE
            : Errno.None;
    }

    /// <summary>
    /// in_broadcast, for an address that is none of this host's; 0.0.0.0 is the old form of 255.255.255.255.
    /// </summary>
    public bool IsBroadcastOver(int interfaceIndex, Ipv4 address)
    {
        bool isBroadcast = address == Ipv4.Broadcast || address.IsAny;
        for (int i = 0; i < _count; i++)
        {
            InetAddress own = _addresses[i];
            isBroadcast |= own.InterfaceIndex == interfaceIndex && own.IsBroadcastOf(address);
        }

        return isBroadcast;
    }

    /// <summary>
    /// The local address by which a destination is reached: that of the best route, or without routing that of an
    /// attached network (SO_DONTROUTE); null if there is none.
    /// </summary>
    private InetAddress? RouteTo(Ipv4 destination, bool isDirect) =>
        isDirect ? AttachedTo(destination) : Routes.LookUp(destination)?.Own;
}
