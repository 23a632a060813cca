using Verify.Implementation.Domains;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Hashes interfaces, addresses and routes. An address that is gone, which only routes still use, counts as what it is:
/// nothing distinguishes two equal ones.
/// </summary>
internal static class RouteDigest
{
    public static void AddTo(ref StateHash hash, Network network, Traversal numbers)
    {
        hash.Add(network.Route.LastFamily);
        foreach (Card card in network.Interfaces.Cards)
        {
            hash.Add((int)card.Flags);
            hash.Add(card.HearsAllHosts ? 1 : 0);
        }

        ReadOnlySpan<InetAddress> addresses = network.Interfaces.Addresses;
        hash.Add(addresses.Length);
        for (int i = 0; i < addresses.Length; i++)
        {
            numbers.Note(addresses[i], i + 1);
            Add(ref hash, addresses[i]);
            hash.Add(addresses[i].HasRoute ? 1 : 0);
        }

        ReadOnlySpan<Route> routes = network.Interfaces.Routes.All;
        hash.Add(routes.Length);
        for (Route? route = NextOf(routes, null); route is not null; route = NextOf(routes, route))
        {
            Add(ref hash, route);
            hash.Add(numbers.NoteOf(route.Own));
            Add(ref hash, route.Own);
        }
    }

    /// <summary>The next route by length and destination; the order of the table depends on its past.</summary>
    private static Route? NextOf(ReadOnlySpan<Route> routes, Route? last)
    {
        Route? next = null;
        foreach (Route route in routes)
        {
            bool isLeft = last is null || OrderOf(route) > OrderOf(last);
            next = isLeft && (next is null || OrderOf(route) < OrderOf(next)) ? route : next;
        }

        return next;
    }

    private static ulong OrderOf(Route route) => (ulong)route.Key.Length << 32 | route.Key.Destination.Value;

    private static void Add(ref StateHash hash, InetAddress own)
    {
        hash.Add(own.Address.Value);
        hash.Add(own.NetworkLength << 16 | own.InterfaceIndex);
    }

    private static void Add(ref StateHash hash, Route route)
    {
        hash.Add(route.Key.Destination.Value);
        hash.Add(route.Key.Length);
        hash.Add((int)route.Flags);
        hash.Add(route.Gateway is { } gateway ? gateway.Value : ulong.MaxValue);
        ref readonly RouteMetrics metrics = ref route.Metrics;
        hash.Add(metrics.Locks);
        hash.Add(metrics.Mtu);
        hash.Add(metrics.HopCount);
        hash.Add(metrics.Expire);
        hash.Add(metrics.ReceivePipe);
        hash.Add(metrics.SendPipe);
        hash.Add(metrics.Threshold);
        hash.Add(metrics.RoundTrip);
        hash.Add(metrics.Variance);
    }
}
