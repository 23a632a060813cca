using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// RTM_CHANGE: another gateway, and with it another interface, and metrics (net/rtsock.c:route_output).
/// </summary>
internal static class RouteChangeRules
{
    public static readonly Rule RouteThroughItself = new(
        "S9.route-through-itself",
        "RTM_CHANGE to a gateway to which the route itself leads is EDQUOT, after the gateway was replaced.",
        "net/route.c:rt_setgate");
    public static readonly Rule RouteChanged = new(
        "S9.route-change",
        "RTM_CHANGE sets the gateway, the interface that leads to it, and the metrics that are named; the flags stay.",
        "net/rtsock.c:route_output");

    public static RouteAnswer Change(State state, RouteRequest request, Route route)
    {
        Network network = state.Network;
        Route changed = route;
        if (request.Gateway is { } given)
        {
            Ipv4 gateway = given.Inet;
            if (RouteAddRules.IsOwnGateway(route.Flags, route.Destination, gateway))
            {
                return RouteAnswer.Refused(
                    network.Without(route), Errno.EADDRNOTAVAIL, RouteAddRules.RouteOwnGateway);
            }

            changed = route with { Gateway = gateway };
            if (route.Flags.HasFlag(RouteOptions.RTF_GATEWAY) && !route.Flags.HasFlag(RouteOptions.RTF_CLONING)
                && network.RouteTo(gateway) == route)
            {
                return RouteAnswer.Refused(network.With(changed), Errno.EDQUOT, RouteThroughItself);
            }
        }

        // A route through a gateway finds its interface again, also if the gateway stays.
        bool isSought = request.Gateway is not null || changed.Flags.HasFlag(RouteOptions.RTF_GATEWAY);
        if (isSought && changed.Gateway is { } through
            && network.With(changed).WayOver(changed.Flags, changed.Destination, through) is { } way)
        {
            bool isOther = (way.Interface, way.Local, way.IsLocalGone)
                != (changed.Interface, changed.Local, changed.IsLocalGone);
            changed = (isOther ? RouteAddRules.OfInterface(network, changed) : changed) with
            {
                Interface = way.Interface,
                Local = way.Local,
                IsLocalGone = way.IsLocalGone,
            };
        }

        Card card = network.CardOf(changed.Interface);
        if (RouteAddRules.LacksMask(changed, card))
        {
            return RouteAnswer.Refused(network, Errno.EINVAL, RouteAddRules.RouteWithoutMask);
        }

        changed = changed with { Metrics = RouteAddRules.Measured(changed.Metrics, request) };
        changed = RouteAddRules.OfInterface(network, RouteAddRules.OnCard(changed, card, state.Clock));
        changed = changed with { Metrics = RouteRules.Locked(changed.Metrics, request) };
        return RouteAnswer.Done(network.With(changed), RouteChanged);
    }
}
