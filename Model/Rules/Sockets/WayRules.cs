using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// What an interface does with a packet that is to leave over it: it refuses it, or loses it. What is for this host
/// itself is not asked about.
/// </summary>
internal static class WayRules
{
    public static readonly Rule WayDown = new(
        "S11.way-down", "Sending over an Ethernet that is down fails with ENETDOWN.",
        "net/if_ethersubr.c:ether_output");
    public static readonly Rule WayRejectedOnCard = new(
        "S11.way-rejected-on-card",
        "Sending over an Ethernet by a route that has RTF_REJECT and no gateway fails with EHOSTDOWN.",
        "net/if_ethersubr.c:ether_output");
    public static readonly Rule WayRejected = new(
        "S11.way-rejected", "Sending over a loopback interface by a route with RTF_REJECT fails with EHOSTUNREACH.",
        "net/if_loop.c:looutput");
    public static readonly Rule WayBlackhole = new(
        "S11.way-blackhole",
        "What is sent over a loopback interface by a route with RTF_BLACKHOLE vanishes without an error.",
        "net/if_loop.c:looutput");

    /// <summary>The denial of a packet that an interface refuses.</summary>
    /// <param name="state">The state.</param>
    /// <param name="remote">The destination.</param>
    /// <param name="nic">The interface.</param>
    /// <param name="isDirect">True if it goes to an attached network, without any route.</param>
    public static Denial? Denial(State state, Ipv4 remote, string nic, bool isDirect)
    {
        if (state.Network.IsOwn(remote))
        {
            return null;
        }

        Card card = state.Network.CardOf(nic);
        RouteOptions flags = FlagsOf(state, remote, isDirect);
        return !card.IsLoopback && !card.IsUp ? new Denial(Errno.ENETDOWN, WayDown)
            : !flags.HasFlag(RouteOptions.RTF_REJECT) || Vanishes(state, remote, nic, isDirect) ? null
            : card.IsLoopback ? new Denial(Errno.EHOSTUNREACH, WayRejected)
            : !flags.HasFlag(RouteOptions.RTF_GATEWAY) ? new Denial(Errno.EHOSTDOWN, WayRejectedOnCard)
            : null;
    }

    /// <summary>True for a packet that is lost in a black hole.</summary>
    public static bool Vanishes(State state, Ipv4 remote, string nic, bool isDirect) =>
        !state.Network.IsOwn(remote) && state.Network.IsLoopback(nic)
        && FlagsOf(state, remote, isDirect).HasFlag(RouteOptions.RTF_BLACKHOLE);

    private static RouteOptions FlagsOf(State state, Ipv4 remote, bool isDirect) =>
        isDirect ? RouteOptions.None : state.Network.RouteTo(remote)?.Flags ?? RouteOptions.None;
}
