using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Where a UDP datagram of this host goes: to others, back to this host, to all, or nowhere.</summary>
internal static class LeavingRules
{
    public static readonly Rule SendToWire = new(
        "S11.send-wire", "A datagram for another host leaves by the wire.", "netinet/ip_output.c:ip_output");
    public static readonly Rule SendToAll = new(
        "S11.send-to-all",
        "With SO_BROADCAST, a datagram for the broadcast address of a network leaves by the wire, and a copy of it "
        + "arrives on the same interface.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule SendUnreachable = new(
        "S11.send-unreachable",
        "If no socket matches a datagram, every socket associated between its two endpoints gets ECONNREFUSED.",
        "netinet/udp_usrreq.c:udp_ctlinput");

    /// <summary>The headers of IP and UDP, in bytes.</summary>
    public const int HeadersSize = 28;

    /// <summary>Sends a datagram from an associated socket.</summary>
    public static Verdict Emit(
        ref CallCheck check, State state, Socket sender, Data data, bool isDirect, Rule rule)
    {
        state = UdpCountRules.Departed(ref check, state);
        Ipv4 remote = sender.Foreign.Address;
        bool mayBroadcast = sender.Options.Contains(SocketOption.SO_BROADCAST);
        if ((DestinationRules.RouteDenial(state, remote, isDirect, mayBroadcast, out string way)
            ?? DestinationRules.BroadcastDenial(state, remote, way, HeadersSize + data.Length)
            ?? (remote.IsMulticast ? null : WayRules.Denial(state, remote, way, isDirect))) is { } denial)
        {
            return check.Fails(denial, state);
        }

        check.Use(rule);
        var packet = new Packet(Protocol.Udp, sender.Local, sender.Foreign);
        if (remote.IsMulticast)
        {
            return MulticastRules.Send(ref check, state, sender.Multicast, packet, data, way, isDirect);
        }

        if (WayRules.Vanishes(state, remote, way, isDirect))
        {
            return check.Must(Outcome.Returned(data.Length), state, WayRules.WayBlackhole);
        }

        Outcome outcome = Outcome.Returned(data.Length).Sending(packet);
        if (state.Network.IsBroadcastOn(remote, way))
        {
            check.Use(SendToAll);
            return ManyRules.Arrive(ref check, state, packet, data, way, outcome);
        }

        bool isOfOther = state.Network.IsLoopback(way) && state.Network.TakesOfNetwork(remote);
        if (isOfOther)
        {
            check.Use(WireRules.WireToOtherNetwork);
        }
        else if (!state.Network.IsOwn(remote))
        {
            bool isLost = DestinationRules.IsLost(state, remote, way);
            return check.Must(outcome, state, isLost ? DestinationRules.DirectLost : SendToWire);
        }

        return DeliveryRules.BestFit(state, Protocol.Udp, packet.Source, packet.Destination) == Fit.None
            ? check.Must(
                outcome,
                UdpCountRules.Arrived(ref check, DeliveryRules.Unreachable(state, packet), matching: 0, queued: 0),
                SendUnreachable)
            : DatagramRules.Deliver(
                ref check, state, packet, data,
                isDirect || isOfOther ? way : state.Network.InterfaceWithin(remote), outcome);
    }
}
