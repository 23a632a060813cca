namespace Verify.Model.States;

/// <content>The network and routing sockets.</content>
public static partial class StateDigest
{
    private static void AddNetwork(ref StateHash hash, Host host)
    {
        hash.Add(host.Network.Digest);
        hash.Add(host.LastRouteFamily);
    }

    private static void AddRouting(ref StateHash hash, RoutingEnd? routing) => hash.Add(routing?.Family ?? -1);
}
