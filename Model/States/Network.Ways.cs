using Verify.Abi;

namespace Verify.Model.States;

/// <content>Where packets go, where they come in, and which source they get.</content>
public sealed partial class Network
{
    /// <summary>The route to a destination: the one with the longest prefix around it.</summary>
    internal Route? RouteTo(Ipv4 destination)
    {
        Route? best = null;
        foreach (Route route in Routes)
        {
            if (route.LeadsTo(destination) && (best is null || route.Closeness > best.Closeness))
            {
                best = route;
            }
        }

        return best;
    }

    /// <summary>
    /// The interface and the address of a route that is to be added: of the address that the gateway is, if it is to be
    /// an interface; else of the longest network around the gateway; else of the route that leads to the destination
    /// already (net/route.c:ifa_ifwithroute). Null without any.
    /// </summary>
    /// <param name="flags">The flags of the route.</param>
    /// <param name="destination">Its destination.</param>
    /// <param name="gateway">Its gateway.</param>
    internal (string Interface, Ipv4 Local, bool IsLocalGone)? WayOver(
        RouteOptions flags, Ipv4 destination, Ipv4 gateway)
    {
        Site? named = flags.HasFlag(RouteOptions.RTF_GATEWAY)
            ? null
            : ByCard.FirstOrDefault(site => site.Address == gateway || site.Broadcast == gateway);
        return (named ?? Attached(gateway)) is { } site ? (site.Interface, site.Address, false)
            : RouteTo(destination) is { } route ? (route.Interface, route.Local, route.IsLocalGone)
            : null;
    }

    /// <summary>The name of the interface to a destination; null without a route.</summary>
    internal string? InterfaceTo(Ipv4 destination) => InterfaceOf(destination) ?? RouteTo(destination)?.Interface;

    /// <summary>
    /// The name of the interface on which a packet from outside arrives: that to its source, or else the first one to
    /// the outside that is up. Null if none is: then it does not arrive.
    /// </summary>
    internal string? ArrivalFrom(Ipv4 source)
    {
        Card? back = RouteTo(source) is { } route ? CardOf(route.Interface) : null;
        Card? card = back is null or { IsLoopback: true }
            ? Cards.FirstOrDefault(one => !one.IsLoopback && one.IsUp)
            : back;
        return card is { IsUp: true } ? card.Name : null;
    }

    /// <summary>
    /// The name of the interface to a destination on an attached network, without any route
    /// (net/if.c:ifa_ifwithnet); null if it is on none.
    /// </summary>
    internal string? DirectInterfaceTo(Ipv4 destination) => Attached(destination)?.Interface;

    /// <summary>
    /// The source address of UDP and TCP for a destination (netinet/in_pcb.c:in_pcbladdr): itself if it is this host's;
    /// that of the route, unless it leads over a loopback interface; else as without any route. Requires an address.
    /// </summary>
    public Ipv4 SourceFor(Ipv4 destination) =>
        IsOwn(destination) ? destination
        : RouteTo(destination) is { } route && !IsLoopback(route.Interface) ? route.Local
        : DirectSourceFor(destination);

    /// <summary>The source address of an IP packet for a destination that has a route: that of the route.</summary>
    internal Ipv4 RouteSourceFor(Ipv4 destination) =>
        IsOwn(destination) ? destination : RouteTo(destination)?.Local ?? DirectSourceFor(destination);

    /// <summary>The same without any route: of the attached network, else the primary one.</summary>
    internal Ipv4 DirectSourceFor(Ipv4 destination) => (Attached(destination) ?? Sites[0]).Address;

    /// <summary>The addresses by interface, and those of one in the order of configuration.</summary>
    private IEnumerable<Site> ByCard => Sites.OrderBy(site => CardOf(site.Interface).Index);

    /// <summary>The longest network around a destination, of equal ones the first; null if it is in none.</summary>
    private Site? Attached(Ipv4 destination) =>
        ByCard.Where(site => site.IsAround(destination)).MaxBy(site => site.NetworkPrefix);
}
