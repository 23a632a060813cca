using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Requests for the routing table (net/rtsock.c:route_output). What the table is for other families than the Internet's
/// is not modelled: it is empty.
/// </summary>
internal static class RouteRules
{
    public static readonly Rule RouteNoGateway = new(
        "S9.route-gateway", "RTM_ADD without a gateway is EINVAL.", "net/rtsock.c:route_output");
    public static readonly Rule RouteNoTable = new(
        "S9.route-no-table",
        "RTM_ADD and RTM_DELETE of another family than the Internet's are ESRCH; RTM_GET, RTM_CHANGE and RTM_LOCK are "
        + "EAFNOSUPPORT.",
        "net/route.c:rtrequest");
    public static readonly Rule RouteLeftOut = new(
        "S9.route-left-out",
        "A gateway of another family than the Internet's, a mask with gaps, a mask for cloned routes, or an address of "
        + "the Internet that has not 16 bytes is EINVAL, where it would be used.",
        "Routing sockets");
    public static readonly Rule RouteAbsent = new(
        "S9.route-absent", "A request about a route that is not in the table is ESRCH.", "net/radix.c:rn_lookup");
    public static readonly Rule RouteDeleted = new(
        "S9.route-delete",
        "RTM_DELETE takes the route with that destination and mask, or without a mask the longest one with that "
        + "destination, but never the default one, and reports it.",
        "net/radix.c:rn_delete");
    public static readonly Rule RouteReported = new(
        "S9.route-get",
        "RTM_GET reports the longest route around the destination; with a mask, the one with that mask and the same "
        + "network address.",
        "net/radix.c:rn_lookup");
    public static readonly Rule RouteLocked = new(
        "S9.route-lock", "RTM_LOCK locks and unlocks the metrics that are named.", "net/rtsock.c:route_output");

    /// <summary>What becomes of a request whose addresses are well formed.</summary>
    public static RouteAnswer Answer(State state, RouteRequest request)
    {
        Network network = state.Network;
        RouteMessageKind kind = request.Header.Kind;
        switch (kind)
        {
            case RouteMessageKind.RTM_ADD when request.Gateway is null:
                return RouteAnswer.Refused(network, Errno.EINVAL, RouteNoGateway);
            case RouteMessageKind.RTM_ADD or RouteMessageKind.RTM_DELETE:
            case RouteMessageKind.RTM_GET or RouteMessageKind.RTM_CHANGE or RouteMessageKind.RTM_LOCK:
                break;
            default:
                return RouteAnswer.Refused(network, Errno.EOPNOTSUPP, RouteMessageRules.RouteKind);
        }

        bool isOfHost = kind is RouteMessageKind.RTM_ADD or RouteMessageKind.RTM_DELETE
            && request.Header.Flags.HasFlag(RouteOptions.RTF_HOST);
        RouteAddress? mask = isOfHost ? null : request.Netmask;
        RouteAddress destination = request.Destination!.Value;
        if (IsLeftOut(request, kind, mask))
        {
            return RouteAnswer.Refused(network, Errno.EINVAL, RouteLeftOut);
        }

        if (destination.Family != AddressFamily.AF_INET)
        {
            return RouteAnswer.Refused(
                network,
                kind is RouteMessageKind.RTM_ADD or RouteMessageKind.RTM_DELETE ? Errno.ESRCH : Errno.EAFNOSUPPORT,
                RouteNoTable);
        }

        Ipv4 address = destination.Inet;
        int? prefix = mask?.Prefix;
        if (kind is RouteMessageKind.RTM_ADD)
        {
            return RouteAddRules.Add(state, request, address, prefix);
        }

        if (kind is RouteMessageKind.RTM_DELETE)
        {
            return Delete(network, address, prefix);
        }

        if (Find(network, address, prefix) is not { } route)
        {
            return RouteAnswer.Refused(network, Errno.ESRCH, RouteAbsent);
        }

        return kind switch
        {
            RouteMessageKind.RTM_GET => RouteAnswer.Done(network, RouteReported, route),
            RouteMessageKind.RTM_CHANGE => RouteChangeRules.Change(state, request, route),
            _ => RouteAnswer.Done(network.With(route with { Metrics = Locked(route.Metrics, request) }), RouteLocked),
        };
    }

    /// <summary>The metrics with locks as a request wants them.</summary>
    public static MetricSet Locked(MetricSet metrics, RouteRequest request)
    {
        uint named = request.Header.Inits;
        return metrics with { Locks = (metrics.Locks & ~named) | (request.Header.Metrics.Locks & named) };
    }

    private static RouteAnswer Delete(Network network, Ipv4 destination, int? prefix) =>
        network.Meant(destination, prefix) is not { } route
            ? RouteAnswer.Refused(network, Errno.ESRCH, RouteAbsent)
            : RouteAnswer.Done(
                network.Without(route),
                RouteDeleted,
                RouteAddRules.OfInterface(network, route) with { Flags = route.Flags & ~RouteOptions.RTF_UP });

    private static Route? Find(Network network, Ipv4 destination, int? prefix)
    {
        Route? best = network.RouteTo(destination);
        return best is null || prefix is null || best.Prefix == prefix ? best
            : network.Routes.FirstOrDefault(one => one.Destination == best.Destination && one.Prefix == prefix
                && one.Closeness < best.Closeness);
    }

    /// <summary>True if the request has something that its kind would use, and that is left out here.</summary>
    private static bool IsLeftOut(RouteRequest request, RouteMessageKind kind, RouteAddress? mask)
    {
        bool setsRoute = kind is RouteMessageKind.RTM_ADD or RouteMessageKind.RTM_CHANGE;
        return request.Destination is { Family: AddressFamily.AF_INET, IsInternet: false }
            || mask is { Prefix: null }
            || (setsRoute && (request.Gateway is { IsInternet: false } || request.CloneMask is not null));
    }
}
