using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Rules.Sockets;

/// <summary>How a call changes the network, and what routing sockets are told of it, in order.</summary>
/// <param name="Network">The network so far.</param>
/// <param name="Clock">The machine's clock.</param>
/// <param name="News">The messages so far.</param>
internal readonly record struct NetworkChange(Network Network, long Clock, ImmutableArray<RouteNews> News)
{
    /// <summary>No change yet.</summary>
    public static NetworkChange Of(State state) => new(state.Network, state.Clock, []);

    /// <summary>An address has got its route: the address is told first, then the route (net/rtsock.c).</summary>
    public NetworkChange Announced(Site site)
    {
        Route route = Network.RouteOf(site, Clock);
        Card card = Network.CardOf(site.Interface);
        return this with
        {
            Network = Network.With(site with { HasRoute = true }).With(route),
            News =
            [
                .. News,
                RouteNews.OfAddress(RouteMessageKind.RTM_NEWADDR, card, site with { HasRoute = false }),
                RouteNews.OfRoute(RouteMessageKind.RTM_ADD, card, Network.CardOf(route.Interface), route),
            ],
        };
    }

    /// <summary>
    /// An address loses its route, which over a loopback interface may be one to a network of one address. Nothing is
    /// told, and the route stays, if what leads to the network's first address is a route over another address, or if
    /// the route is gone (net/route.c:rtinit).
    /// </summary>
    public NetworkChange Withdrawn(Site site)
    {
        if (!site.HasRoute)
        {
            return this;
        }

        Network without = Network.With(site with { HasRoute = false });
        Route own = Network.RouteOf(site, Clock);
        if ((Network.RouteTo(own.Destination) is { } best && !best.IsOver(site))
            || Network.Meant(own.Destination, own.Prefix) is not { } route)
        {
            return this with { Network = without };
        }

        Card card = Network.CardOf(site.Interface);
        Route gone = route with { Flags = route.Flags & ~RouteOptions.RTF_UP };
        return this with
        {
            Network = without.Without(route),
            News =
            [
                .. News,
                RouteNews.OfRoute(RouteMessageKind.RTM_DELETE, card, Network.CardOf(route.Interface), gone),
                RouteNews.OfAddress(RouteMessageKind.RTM_DELADDR, card, site),
            ],
        };
    }

    /// <summary>The state of an interface is told, with the time of its change (net/rtsock.c:rt_ifmsg).</summary>
    public NetworkChange Told(Card card) => this with { News = [.. News, RouteNews.OfInterface(card, Clock)] };
}
