using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet.Routing;

/// <summary>What link layers add to routes over their interfaces: ifa_rtrequest, arp_rtrequest, lortrequest.</summary>
internal static class LinkRoutes
{
    /// <summary>net.inet: a loopback interface wants buffers for three of its packets.</summary>
    private const int PacketsOfPipe = 3;

    /// <summary>A route was added or changed.</summary>
    public static void Added(Route route, Clock clock)
    {
        if (route.Own.Card.IsLoopback)
        {
            SetLoopback(route);
        }
        else if (!route.Has(RouteOptions.RTF_GATEWAY))
        {
            SetEthernet(route, clock);
        }
    }

    /// <summary>A route is deleted, or leaves the interface.</summary>
    public static void Deleted(Route route)
    {
        if (route.Own.Card.IsLoopback)
        {
            SetLoopback(route);
        }
    }

    private static void SetLoopback(Route route)
    {
        int mtu = route.Own.Card.Mtu;
        route.Metrics.Mtu = mtu;
        (route.Metrics.SendPipe, route.Metrics.ReceivePipe) = (PacketsOfPipe * mtu, PacketsOfPipe * mtu);
    }

    /// <summary>
    /// A route to more than one host makes one for each of them that is used. Its gateway is the interface, and it
    /// expires now, in name.
    /// </summary>
    private static void SetEthernet(Route route, Clock clock)
    {
        if (!route.Has(RouteOptions.RTF_HOST) && route.Key.Mask != uint.MaxValue)
        {
            route.Flags |= RouteOptions.RTF_CLONING;
        }

        if (route.Has(RouteOptions.RTF_CLONING))
        {
            route.Gateway = null;
            route.Metrics.Expire = clock.Seconds;
        }
    }
}
