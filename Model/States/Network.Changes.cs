using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Model.States;

/// <content>Networks with something changed, and that of a machine that has just booted.</content>
public sealed partial class Network
{
    /// <summary>The flags of the default route, which was made as by route(8).</summary>
    private const RouteOptions OfDefault =
        RouteOptions.RTF_UP | RouteOptions.RTF_CLONING | RouteOptions.RTF_STATIC | RouteOptions.RTF_PRCLONING;

    /// <summary>
    /// The interfaces of a world at boot: addresses are configured in their order, then a default route over the first
    /// one that leads outside.
    /// </summary>
    public static Network AtBoot(World world)
    {
        ImmutableArray<Card> cards = [.. world.Interfaces.Select((nic, i) => Card.AtBoot(nic, i + 1))];
        var network = new Network(cards, [], []);
        for (int i = 0; i < cards.Length; i++)
        {
            foreach (InterfaceAddress address in world.Interfaces[i].Addresses)
            {
                network = network.WithNew(Site.Of(cards[i], address), 0);
            }
        }

        return network.Sites.FirstOrDefault(site => !site.IsLoopback) is { } outside
            ? network.With(new Route(Ipv4.Any, 0)
            {
                Flags = OfDefault,
                Interface = outside.Interface,
                Local = outside.Address,
                Metrics = network.CardOf(outside.Interface).NewMetrics,
            })
            : network;
    }

    /// <summary>The route that an address brings: to its network, or over a loopback interface to itself.</summary>
    /// <param name="site">The address.</param>
    /// <param name="clock">The machine's clock.</param>
    internal Route RouteOf(Site site, long clock)
    {
        MetricSet metrics = CardOf(site.Interface).NewMetrics;
        return site.IsLoopback
            ? new Route(site.Address, null)
            {
                Flags = RouteOptions.RTF_UP | RouteOptions.RTF_HOST | RouteOptions.RTF_LOCAL,
                Gateway = site.Address,
                Interface = site.Interface,
                Local = site.Address,
                Metrics = metrics,
            }
            : new Route(Ipv4Networks.First(site.Address, site.NetworkPrefix), site.NetworkPrefix)
            {
                Flags = RouteOptions.RTF_UP | RouteOptions.RTF_CLONING,
                Interface = site.Interface,
                Local = site.Address,
                Metrics = metrics with { Expires = SecondsOf(clock) },
            };
    }

    /// <summary>The kernel's seconds (time_second), as the machine's clock has them.</summary>
    internal static uint SecondsOf(long clock) => unchecked((uint)(clock / 1_000_000));

    /// <summary>The address of an interface; null if it does not have that one.</summary>
    internal Site? SiteOf(string nic, Ipv4 address) =>
        Sites.FirstOrDefault(site => site.Interface == nic && site.Address == address);

    /// <summary>The interface with a name; null if there is none.</summary>
    internal Card? FindCard(string name) => Cards.FirstOrDefault(card => card.Name == name);

    /// <summary>The route in the table to exactly the same network or host.</summary>
    internal Route? InPlaceOf(Route route) => Routes.FirstOrDefault(one => one.HasPlaceOf(route));

    /// <summary>
    /// The route that a request to delete means: that with the destination and the prefix; without a prefix the longest
    /// with the destination, but none to 0.0.0.0 (net/radix.c:rn_delete).
    /// </summary>
    internal Route? Meant(Ipv4 destination, int? prefix) =>
        Routes.Where(route => route.Destination == destination
                && (prefix is null ? !destination.IsAny : route.Prefix == prefix))
            .MaxBy(route => route.Closeness);

    /// <summary>A changed interface in place of the old one.</summary>
    internal Network With(Card card) => new(Cards.SetItem(card.Index - 1, card), Sites, Routes);

    /// <summary>One more address, or another mask of one, without its route.</summary>
    internal Network With(Site site)
    {
        int at = IndexOf(site);
        Card card = CardOf(site.Interface);
        return new Network(
            card.HasHadAddress ? Cards : Cards.SetItem(card.Index - 1, card with { HasHadAddress = true }),
            at < 0 ? Sites.Add(site) : Sites.SetItem(at, site),
            Routes);
    }

    /// <summary>One more address, with its route unless there is one in its place.</summary>
    internal Network WithNew(Site site, long clock)
    {
        Route route = RouteOf(site, clock);
        return InPlaceOf(route) is null
            ? With(site with { HasRoute = true }).With(route)
            : With(site with { HasRoute = false });
    }

    /// <summary>One more route, or a changed one.</summary>
    internal Network With(Route route) => new(
        Cards, Sites,
        [
            .. Routes.Where(other => !other.HasPlaceOf(route)).Append(route)
                .OrderBy(one => one.Destination.Value).ThenBy(one => one.Closeness),
        ]);

    /// <summary>One address less; other routes than its own keep it as their source.</summary>
    internal Network Without(Site site) => new(
        Cards,
        Sites.RemoveAt(IndexOf(site)),
        [.. Routes.Select(route => route.IsOver(site) ? route with { IsLocalGone = true } : route)]);

    /// <summary>One route less.</summary>
    internal Network Without(Route route) => new(Cards, Sites, Routes.Remove(route));

    private int IndexOf(Site site)
    {
        for (int i = 0; i < Sites.Length; i++)
        {
            if (Sites[i].IsSame(site))
            {
                return i;
            }
        }

        return -1;
    }
}
