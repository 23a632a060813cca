using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>RTM_ADD: what a new route is (net/route.c:rtrequest, netinet/in_rmx.c:in_addroute).</summary>
internal static class RouteAddRules
{
    public static readonly Rule RouteUnreachable = new(
        "S9.route-unreachable",
        "RTM_ADD is ENETUNREACH if the gateway is neither an address of this host nor on one of its networks, and no "
        + "route leads to the destination.",
        "net/route.c:ifa_ifwithroute");
    public static readonly Rule RouteOwnGateway = new(
        "S9.route-own-gateway",
        "A host that is its own gateway is EADDRNOTAVAIL; RTM_CHANGE deletes the route besides.",
        "net/route.c:rt_setgate");
    public static readonly Rule RouteWithoutMask = new(
        "S9.route-without-mask",
        "RTM_ADD of a route over an Ethernet, with neither a gateway nor RTF_HOST nor a mask, is EINVAL.", "D61");
    public static readonly Rule RouteExists = new(
        "S9.route-exists",
        "RTM_ADD is EEXIST if there is a route with that destination and mask, and always for 0.0.0.0 without a mask.",
        "net/radix.c:rn_addroute");
    public static readonly Rule RouteAdded = new(
        "S9.route-add",
        "RTM_ADD adds a route over the interface that has the gateway's network, with the flags of the request and "
        + "those that follow from the destination.",
        "netinet/in_rmx.c:in_addroute");

    public static RouteAnswer Add(State state, RouteRequest request, Ipv4 destination, int? prefix)
    {
        Network network = state.Network;
        Ipv4 gateway = request.Gateway!.Value.Inet;
        RouteOptions flags = request.Header.Flags | RouteOptions.RTF_UP;
        if (network.WayOver(flags, destination, gateway) is not { } way)
        {
            return RouteAnswer.Refused(network, Errno.ENETUNREACH, RouteUnreachable);
        }

        if (IsOwnGateway(flags, destination, gateway))
        {
            return RouteAnswer.Refused(network, Errno.EADDRNOTAVAIL, RouteOwnGateway);
        }

        Card card = network.CardOf(way.Interface);
        var route = new Route(prefix is { } length ? Ipv4Networks.First(destination, length) : destination, prefix)
        {
            Flags = flags,
            Gateway = gateway,
            Interface = way.Interface,
            Local = way.Local,
            IsLocalGone = way.IsLocalGone,
            Metrics = card.NewMetrics,
        };
        // The table itself begins with 0.0.0.0, which has no mask (net/radix.c:rn_inithead).
        if (network.InPlaceOf(route) is not null || route is { Destination.IsAny: true, Prefix: null })
        {
            return RouteAnswer.Refused(network, Errno.EEXIST, RouteExists);
        }

        if (LacksMask(route, card))
        {
            return RouteAnswer.Refused(network, Errno.EINVAL, RouteWithoutMask);
        }

        route = OnCard(Marked(network, route), card, state.Clock);
        route = route with { Metrics = RouteRules.Locked(Measured(route.Metrics, request), request) };
        return RouteAnswer.Done(network.With(route), RouteAdded);
    }

    /// <summary>True for a host that would be reached through itself.</summary>
    public static bool IsOwnGateway(RouteOptions flags, Ipv4 destination, Ipv4 gateway)
    {
        const RouteOptions Through = RouteOptions.RTF_HOST | RouteOptions.RTF_GATEWAY;
        return destination == gateway && (flags & (Through | RouteOptions.RTF_LLINFO)) == Through;
    }

    /// <summary>True for a route over an Ethernet of which 4.0 would need the mask.</summary>
    public static bool LacksMask(Route route, Card card) =>
        !card.IsLoopback && route.Prefix is null
        && (route.Flags & (RouteOptions.RTF_HOST | RouteOptions.RTF_GATEWAY)) == 0;

    /// <summary>
    /// The route as an Ethernet makes it: one to a network, without a gateway, clones and has the interface in the
    /// gateway's place (netinet/if_ether.c:arp_rtrequest).
    /// </summary>
    public static Route OnCard(Route route, Card card, long clock)
    {
        if (card.IsLoopback || route.Flags.HasFlag(RouteOptions.RTF_GATEWAY))
        {
            return route;
        }

        bool isOfNetwork = !route.Flags.HasFlag(RouteOptions.RTF_HOST) && route.Prefix != Ipv4Networks.AllBits;
        return isOfNetwork || route.Flags.HasFlag(RouteOptions.RTF_CLONING)
            ? route with
            {
                Flags = route.Flags | RouteOptions.RTF_CLONING,
                Gateway = null,
                Metrics = route.Metrics with { Expires = Network.SecondsOf(clock) },
            }
            : route;
    }

    /// <summary>The route with the metrics that a loopback interface gives it (net/if_loop.c:lortrequest).</summary>
    public static Route OfInterface(Network network, Route route) =>
        route with { Metrics = network.CardOf(route.Interface).With(route.Metrics) };

    /// <summary>The metrics with those that a request sets (net/rtsock.c:rt_setmetrics).</summary>
    public static MetricSet Measured(MetricSet old, RouteRequest request)
    {
        uint named = request.Header.Inits;
        MetricSet given = request.Header.Metrics;
        return old with
        {
            Mtu = Is(0x1) ? given.Mtu : old.Mtu,
            HopCount = Is(0x2) ? given.HopCount : old.HopCount,
            Expires = Is(0x4) ? given.Expires : old.Expires,
            ReceivePipe = Is(0x8) ? given.ReceivePipe : old.ReceivePipe,
            SendPipe = Is(0x10) ? given.SendPipe : old.SendPipe,
            Threshold = Is(0x20) ? given.Threshold : old.Threshold,
            RoundTrip = Is(0x40) ? given.RoundTrip : old.RoundTrip,
            RoundTripVariance = Is(0x80) ? given.RoundTripVariance : old.RoundTripVariance,
        };

        bool Is(uint metric) => (named & metric) != 0;
    }

    /// <summary>The flags that follow from the destination.</summary>
    private static Route Marked(Network network, Route route)
    {
        RouteOptions flags = route.Flags
            | (route.Destination.IsMulticast ? RouteOptions.RTF_MULTICAST : RouteOptions.None);
        const RouteOptions Unclonable =
            RouteOptions.RTF_HOST | RouteOptions.RTF_CLONING | RouteOptions.RTF_MULTICAST;
        if ((flags & Unclonable) == 0)
        {
            flags |= RouteOptions.RTF_PRCLONING;
        }

        if (flags.HasFlag(RouteOptions.RTF_HOST))
        {
            flags |= network.IsForAllOn(route.Destination, route.Interface) ? RouteOptions.RTF_BROADCAST
                : route.Local == route.Destination ? RouteOptions.RTF_LOCAL
                : RouteOptions.None;
        }

        return route with { Flags = flags };
    }
}
