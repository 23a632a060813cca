using Verify.Abi;

namespace Verify.Implementation.Inet.Routing;

/// <summary>What is asked for when a route is added: the arguments of rtrequest.</summary>
/// <param name="Key">Where it is to lead to.</param>
/// <param name="Destination">The same, with all of its bits.</param>
/// <param name="Gateway">The next hop, or an address of this host on the interface.</param>
/// <param name="Flags">Its flags.</param>
internal readonly record struct RouteArguments(RouteKey Key, Ipv4 Destination, Ipv4 Gateway, RouteOptions Flags);
