using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Multicast datagrams from sockets of this host: over which interface they go, whether they leave it, and whether a
/// copy returns. Which groups the host has joined follows from its sockets.
/// </summary>
internal static class MulticastRules
{
    public static readonly Rule MulticastSource = new(
        "S11.multicast-source",
        "A socket without a local address sends to a group from the first address of IP_MULTICAST_IF's interface.",
        "netinet/in_pcb.c:in_pcbladdr");
    public static readonly Rule MulticastInterface = new(
        "S11.multicast-interface",
        "A multicast datagram goes over the interface of IP_MULTICAST_IF in place of the route's, but needs a route.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule MulticastLeaves = new(
        "S11.multicast-leaves", "A multicast datagram leaves by the wire.", "netinet/ip_output.c:ip_output");
    public static readonly Rule MulticastStays = new(
        "S11.multicast-stays",
        "With an IP_MULTICAST_TTL of 0, or over a loopback interface, a multicast datagram does not leave, and the "
        + "call succeeds.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule MulticastReturns = new(
        "S11.multicast-returns",
        "A copy of a multicast datagram arrives on the interface that it goes over, if the host is a member there.",
        "netinet/ip_output.c:ip_mloopback");
    public static readonly Rule MulticastNotReturned = new(
        "S11.multicast-not-returned",
        "No copy of a multicast datagram returns if IP_MULTICAST_LOOP is off or the host is no member.",
        "netinet/ip_output.c:ip_output");

    /// <summary>
    /// True if the host is a member of a group on an interface: if a socket has joined it there, and of 224.0.0.1 on
    /// each interface that has or had an address (netinet/in.c:in_ifinit).
    /// </summary>
    public static bool IsMember(State state, Ipv4 group, string nic)
    {
        var wanted = new Membership(group, nic);
        return (group == Network.AllHosts && state.Network.CardOf(nic).HasHadAddress)
            || state.Sockets.Any(socket => socket.Multicast.Memberships.Contains(wanted));
    }

    /// <summary>The interface whose address a socket sends to a remote address from; null if it is not set.</summary>
    public static string? SourceInterface(Socket socket, Ipv4 remote) =>
        remote.IsMulticast && socket.Local.Address.IsAny && socket.Prison is null ? socket.Multicast.Interface : null;

    /// <summary>Checks the sending of a multicast datagram to which there is a route.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state when it is sent.</param>
    /// <param name="settings">The sender's settings.</param>
    /// <param name="packet">Its endpoints.</param>
    /// <param name="data">Its data.</param>
    /// <param name="way">The interface of the route.</param>
    /// <param name="isDirect">True if it is sent without any route.</param>
    public static Verdict Send(
        ref CallCheck check, State state, MulticastSettings settings, Packet packet, Data data, string way,
        bool isDirect)
    {
        Ipv4 group = packet.Destination.Address;
        if (settings.Interface is not null)
        {
            check.Use(MulticastInterface);
        }

        string nic = settings.Interface ?? way;
        bool leaves = settings.TimeToLive != 0 && !state.Network.IsLoopback(nic);
        check.Use(leaves ? MulticastLeaves : MulticastStays);
        Outcome outcome = Outcome.Returned(data.Length).Sending(leaves ? packet : null);
        if (leaves && WayRules.Denial(state, group, nic, isDirect) is { } refused)
        {
            check.Use(refused.Rule);
            outcome = Outcome.Failed(refused.Error);
        }

        if (!settings.IsLooped || !IsMember(state, group, nic))
        {
            return check.Must(outcome, state, MulticastNotReturned);
        }

        check.Use(MulticastReturns);
        return ManyRules.Arrive(ref check, state, packet, data, nic, outcome);
    }
}
