using Verify.Abi;
using Verify.Implementation.Inet.Routing;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// Adds routes, and takes them away: rtrequest and rtinit of route.c, in_addroute and in_ifadown of in_rmx.c (S9). A
/// route that was taken away is left to the caller, who tells others of it and frees it.
/// </summary>
internal sealed class RouteChanges(Interfaces interfaces, Clock clock)
{
    private const RouteOptions Unchecked =
        RouteOptions.RTF_HOST | RouteOptions.RTF_GATEWAY | RouteOptions.RTF_LLINFO;

    private RouteTable Table => interfaces.Routes;

    /// <summary>Boots: each address brings the route of its network, unless another one has.</summary>
    public void AddRoutesOfAddresses()
    {
        foreach (InetAddress own in interfaces.Addresses)
        {
            AddRouteOf(own, out _);
        }
    }

    /// <summary>
    /// Boots: the first address that is not a loopback's brings the route to everywhere, as
    /// <c>route add default -interface</c> does.
    /// </summary>
    public void AddDefaultRoute()
    {
        InetAddress? first = null;
        foreach (InetAddress own in interfaces.Addresses)
        {
            first ??= own.Card.IsLoopback ? null : own;
        }

        if (first is not null)
        {
            var everywhere = RouteKey.Masked(Ipv4.Any, length: 0);
            Add(
                new RouteArguments(everywhere, Ipv4.Any, first.Address, RouteOptions.RTF_UP | RouteOptions.RTF_STATIC),
                first, out _);
        }
    }

    /// <summary>Adds a route: ENETUNREACH if no address of this host leads to the gateway.</summary>
    public Errno Add(in RouteArguments request, out Route? added)
    {
        added = null;
        return AddressFor(request.Flags, request.Destination, request.Gateway) is { } own
            ? Add(request, own, out added)
            : Errno.ENETUNREACH;
    }

    /// <summary>
    /// Adds a route by way of a local address: EADDRNOTAVAIL if a host would be its own gateway, EEXIST. An Ethernet
    /// needs a mask in order to see whether hosts are to be found there, and FreeBSD 4.0 panics without (D61).
    /// </summary>
    public Errno Add(in RouteArguments request, InetAddress own, out Route? added)
    {
        added = null;
        RouteKey key = request.Key;
        Errno error = IsItsOwnGateway(request.Flags, request.Destination, request.Gateway) ? Errno.EADDRNOTAVAIL
            : Table.IsTaken(key) ? Errno.EEXIST
            : LacksMask(request.Flags, key, own) ? Errno.EINVAL
            : Errno.None;
        if (error != Errno.None)
        {
            return error;
        }

        Route route = Table.Zone.Allocate()!;
        route.SetKey(key);
        route.SetOwn(own);
        route.Gateway = request.Gateway;
        route.Flags = FlagsOf(key, own, RouteOptions.RTF_UP | request.Flags);
        route.Metrics.Mtu = own.Card.Mtu;
        Table.Insert(route);
        LinkRoutes.Added(route, clock);
        added = route;
        return Errno.None;
    }

    /// <summary>Takes a route out of the table; null if there is none.</summary>
    public Route? Delete(RouteKey key)
    {
        Route? route = Table.Find(key);
        if (route is not null)
        {
            Table.Remove(route);
            route.Flags &= ~RouteOptions.RTF_UP;
            LinkRoutes.Deleted(route);
        }

        return route;
    }

    /// <summary>Frees a route that is in the table no more: rtfree.</summary>
    public void FreeIfAny(Route? route)
    {
        if (route is null)
        {
            return;
        }

        InetAddress own = route.Own;
        route.SetOwn(null);
        Table.Zone.Free(route);
        interfaces.FreeIfUnused(own);
    }

    /// <summary>
    /// Gives the network of an address its route, or the address itself on a loopback interface: rtinit with RTM_ADD.
    /// </summary>
    public Errno AddRouteOf(InetAddress own, out Route? added)
    {
        RouteOptions flags = own.Card.IsLoopback ? RouteOptions.RTF_HOST : RouteOptions.RTF_CLONING;
        var request = new RouteArguments(KeyOf(own), own.Address, own.Address, RouteOptions.RTF_UP | flags);
        Errno error = Add(request, own, out added);
        own.HasRoute = error == Errno.None;
        return error;
    }

    /// <summary>
    /// Takes the route of an address away: in_ifscrub. It stays if what matches best there is another address's.
    /// </summary>
    public Route? DeleteRouteOf(InetAddress own)
    {
        if (!own.HasRoute)
        {
            return null;
        }

        own.HasRoute = false;
        RouteKey key = KeyOf(own);
        return Table.LookUp(key.Destination) is { } best && !ReferenceEquals(best.Own, own) ? null : Delete(key);
    }

    /// <summary>Takes away, without a word, all routes over an address that are not static: in_ifadown.</summary>
    public void Abandon(InetAddress own)
    {
        for (int i = Table.All.Length - 1; i >= 0; i--)
        {
            Route route = Table.All[i];
            if (ReferenceEquals(route.Own, own) && !route.Has(RouteOptions.RTF_STATIC))
            {
                Table.Remove(route);
                FreeIfAny(route);
            }
        }
    }

    /// <summary>
    /// Gives a route another gateway, whose address of this host it then uses: RTM_CHANGE. EADDRNOTAVAIL takes the
    /// route away, and EDQUOT, for a gateway to which the route itself leads, leaves the gateway changed: rt_setgate. A
    /// cloning route leads there by a clone of it.
    /// </summary>
    public Errno SetGateway(Route route, Ipv4? gateway)
    {
        Ipv4? next = gateway ?? (route.Has(RouteOptions.RTF_GATEWAY) ? route.Gateway : null);
        InetAddress? own = next is { } hop ? AddressFor(route.Flags, route.Key.Destination, hop) : null;
        if (own is not null && LacksMask(route.Flags, route.Key, own))
        {
            return Errno.EINVAL;
        }

        if (gateway is { } given)
        {
            if (IsItsOwnGateway(route.Flags, route.Key.Destination, given))
            {
                FreeIfAny(Delete(route.Key));
                return Errno.EADDRNOTAVAIL;
            }

            route.Gateway = given;
            if (route.Has(RouteOptions.RTF_GATEWAY) && !route.Has(RouteOptions.RTF_CLONING)
                && ReferenceEquals(Table.LookUp(given), route))
            {
                return Errno.EDQUOT;
            }
        }

        if (own is not null && !ReferenceEquals(own, route.Own))
        {
            InetAddress old = route.Own;
            LinkRoutes.Deleted(route);
            route.SetOwn(own);
            interfaces.FreeIfUnused(old);
        }

        return Errno.None;
    }

    /// <summary>The route was changed, and what the link layer knows of it is done again.</summary>
    public void Renew(Route route) => LinkRoutes.Added(route, clock);

    /// <summary>
    /// The local address for a gateway: of an interface route that which the gateway is, of others that of the
    /// gateway's network, and at last that of a route to the destination: ifa_ifwithroute.
    /// </summary>
    private InetAddress? AddressFor(RouteOptions flags, Ipv4 destination, Ipv4 gateway) =>
        ((flags & RouteOptions.RTF_GATEWAY) == 0 ? interfaces.OwnerOf(gateway) : null)
        ?? interfaces.AttachedTo(gateway)
        ?? Table.LookUp(destination)?.Own;

    private static RouteKey KeyOf(InetAddress own) =>
        own.Card.IsLoopback ? RouteKey.Host(own.Address) : RouteKey.Masked(own.Address, own.NetworkLength);

    private static bool IsItsOwnGateway(RouteOptions flags, Ipv4 destination, Ipv4 gateway) =>
        (flags & Unchecked) == (RouteOptions.RTF_HOST | RouteOptions.RTF_GATEWAY) && destination == gateway;

    private static bool LacksMask(RouteOptions flags, RouteKey key, InetAddress own) =>
        !key.HasMask && !own.Card.IsLoopback && (flags & (RouteOptions.RTF_HOST | RouteOptions.RTF_GATEWAY)) == 0;

    /// <summary>
    /// in_addroute: marks routes to many, hosts that are a broadcast address of the interface or this host, and
    /// networks whose hosts have routes of their own.
    /// </summary>
    private RouteOptions FlagsOf(RouteKey key, InetAddress own, RouteOptions flags)
    {
        if (key.Destination.IsMulticast)
        {
            flags |= RouteOptions.RTF_MULTICAST;
        }

        const RouteOptions single = RouteOptions.RTF_HOST | RouteOptions.RTF_CLONING | RouteOptions.RTF_MULTICAST;
        return (flags & single) == 0 ? flags | RouteOptions.RTF_PRCLONING
            : (flags & RouteOptions.RTF_HOST) == 0 ? flags
            : interfaces.IsBroadcastOver(own.InterfaceIndex, key.Destination) ? flags | RouteOptions.RTF_BROADCAST
            : own.Address == key.Destination ? flags | RouteOptions.RTF_LOCAL
            : flags;
    }
}
