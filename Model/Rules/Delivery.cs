using Verify.Abi;

namespace Verify.Model;

/// <summary>
/// Whom a packet is for (H1): a socket connected between exactly its ends; else one bound to exactly its destination;
/// else one bound to its port on every address. Of several such sockets any may get it.
/// </summary>
internal enum Fit
{
    /// <summary>Not for this socket.</summary>
    None,

    /// <summary>Bound to the port on every address.</summary>
    Wildcard,

    /// <summary>Bound to the destination.</summary>
    Specific,

    /// <summary>Connected between the two ends.</summary>
    Exact,
}

/// <summary>Finds how well sockets fit a packet.</summary>
internal static class Delivery
{
    /// <summary>How well the best-fitting socket of a protocol fits.</summary>
    public static Fit BestFit(State state, Protocol protocol, Endpoint source, Endpoint destination)
    {
        Fit best = Fit.None;
        foreach (Socket socket in state.Sockets)
        {
            Fit fit = Of(socket, protocol, source, destination);
            best = fit > best ? fit : best;
        }

        return best;
    }

    /// <summary>How well a socket fits.</summary>
    public static Fit Of(Socket socket, Protocol protocol, Endpoint source, Endpoint destination) =>
        socket.Local.Port != destination.Port || socket.Protocol != protocol || !socket.IsBound ? Fit.None
        : socket.IsConnected
            ? socket.Foreign == source && socket.Local == destination ? Fit.Exact : Fit.None
        : socket.Local == destination ? Fit.Specific
        : socket.Local.Address.IsAny ? Fit.Wildcard
        : Fit.None;

    /// <summary>What a verdict says of the other sockets that fit as well as the one it names.</summary>
    public static string Freedom(int fitting) => fitting > 1 ? "or as any socket that fits as well" : "";

    /// <summary>The rule that a delivery by this fit follows.</summary>
    public static Rule RuleFor(Fit fit) => fit switch
    {
        Fit.Exact => Rule.DeliverExact,
        Fit.Specific => Rule.DeliverSpecific,
        Fit.Wildcard => Rule.DeliverWildcard,
        _ => Rule.DeliverNobody,
    };
}
