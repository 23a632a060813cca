using Verify.Implementation.Domains;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Routing;

namespace Verify.Implementation.Inspection;

/// <summary>
/// Checks the routing table: its order, that the addresses of this host count the routes that use them, and that one
/// which says that it has a route has it (S9).
/// </summary>
internal static class RouteAudit
{
    public static string? Check(Network network, Traversals traversals)
    {
        Traversal traversal = traversals.Next();
        Interfaces interfaces = network.Interfaces;
        int addresses = 0;
        foreach (InetAddress own in interfaces.Addresses)
        {
            if (!own.IsAllocated || traversal.Count(own) != 1)
            {
                return $"address listed twice, or free: {own.Address}";
            }

            addresses++;
        }

        return CheckRoutes(interfaces.Routes, traversal, ref addresses)
            ?? CheckCounts(interfaces, traversal)
            ?? interfaces.Routes.Zone.Leak(interfaces.Routes.All.Length)
            ?? interfaces.Zone.Leak(addresses);
    }

    /// <summary>Counts an address that only routes use as well.</summary>
    private static string? CheckRoutes(RouteTable table, Traversal traversal, ref int addresses)
    {
        ReadOnlySpan<Route> routes = table.All;
        for (int i = 0; i < routes.Length; i++)
        {
            Route route = routes[i];
            RouteKey key = route.Key;
            if (!route.IsAllocated || !route.Has(Abi.RouteOptions.RTF_UP) || !route.Covers(key.Destination)
                || (i > 0 && key.Length > routes[i - 1].Key.Length) || IsRepeated(routes[i..]))
            {
                return $"routing table corrupt: {key.Destination}, {key.Length} bits";
            }

            if (route.Own is not { IsAllocated: true } own)
            {
                return $"route over an address that is free: {key.Destination}, {key.Length} bits";
            }

            addresses += traversal.Count(own) == 1 ? 1 : 0;
        }

        return null;
    }

    private static string? CheckCounts(Interfaces interfaces, Traversal traversal)
    {
        foreach (InetAddress own in interfaces.Addresses)
        {
            if (CheckCount(own, traversal) is { } problem)
            {
                return problem;
            }
        }

        foreach (Route route in interfaces.Routes.All)
        {
            if ((CheckCount(route.Own, traversal) ?? CheckOwner(interfaces, route.Own)) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static string? CheckCount(InetAddress own, Traversal traversal) =>
        own.References == traversal.NoteOf(own)
            ? null
            : $"references miscounted: address {own.Address}, {traversal.NoteOf(own)} found, {own.References} counted";

    /// <summary>An address that its interface has lost has no route of its own any more: IFA_ROUTE.</summary>
    private static string? CheckOwner(Interfaces interfaces, InetAddress own) =>
        own.HasRoute && !ReferenceEquals(interfaces.Find(own.Card, own.Address), own)
            ? $"address that is gone has a route: {own.Address}"
            : null;

    /// <summary>True if another route follows to where the first one leads.</summary>
    private static bool IsRepeated(ReadOnlySpan<Route> routes)
    {
        bool isRepeated = false;
        foreach (Route other in routes[1..])
        {
            isRepeated |= other.Key == routes[0].Key;
        }

        return isRepeated;
    }
}
