using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Datagrams to many: to a multicast group, or to a broadcast address of the interface on which they arrive. Who
/// receives one is a set of sockets, and nobody is told if it is empty.
/// </summary>
internal static class ManyRules
{
    public static readonly Rule ManyReceive = new(
        "S11.many-receive",
        "A datagram to many is queued at each socket on its port whose local address is 0.0.0.0 or the destination and "
        + "whose peer, if it has one, is the sender; the newest is first.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule ManyNobody = new(
        "S11.many-nobody", "A datagram to many that matches no socket is dropped, and no error is sent back.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule ManyNotShared = new(
        "S11.many-not-shared",
        "Sockets older than a receiver with neither SO_REUSEADDR nor SO_REUSEPORT get no copy of a datagram to many.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule ManyNoRoom = new(
        "S11.many-dropped", "A receiver of a datagram to many without room in its buffer gets none; the others do.",
        "netinet/udp_usrreq.c:udp_append");
    public static readonly Rule ManyNotMember = new(
        "S11.not-member",
        "A multicast datagram is dropped unless a socket of the host has joined the group on the interface on which it "
        + "arrives, or it is for 224.0.0.1.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule ManyNotTaken = new(
        "S11.not-taken",
        "A datagram to a broadcast address with a host part of zeros is dropped.",
        "netinet/ip_input.c:ip_input");

    /// <summary>True for a destination that means many to a host that takes a packet from this interface.</summary>
    public static bool IsToMany(State state, Ipv4 destination, string nic) =>
        destination.IsMulticast || state.Network.IsBroadcastOn(destination, nic);

    /// <summary>Why IP drops a datagram to many; null if UDP gets it.</summary>
    public static Rule? Refusal(State state, Ipv4 destination, string nic) =>
        destination.IsMulticast
            ? MulticastRules.IsMember(state, destination, nic) ? null : ManyNotMember
            : state.Network.TakesBroadcast(destination) ? null : ManyNotTaken;

    /// <summary>
    /// Checks the arrival of a datagram to many: IP drops it, or each socket that it matches gets a copy.
    /// </summary>
    /// <param name="check">The call under check.</param>
    /// <param name="state">The state when it arrives.</param>
    /// <param name="packet">Its endpoints.</param>
    /// <param name="data">Its data.</param>
    /// <param name="nic">The interface on which it arrives.</param>
    /// <param name="outcome">The outcome of the call without the receivers.</param>
    public static Verdict Arrive(
        ref CallCheck check, State state, Packet packet, Data data, string nic, in Outcome outcome) =>
        Refusal(state, packet.Destination.Address, nic) is { } refusal
            ? check.Must(outcome, state, refusal)
            : Deliver(ref check, state, packet, data, nic, outcome);

    /// <summary>
    /// True for a socket whose endpoints admit a datagram to many. A socket without a port is at 0.0.0.0:0, except in a
    /// prison, where it has no address (D41, G1).
    /// </summary>
    public static bool Admits(Socket socket, Packet packet) =>
        socket.Protocol == Protocol.Udp
        && socket.Local.Port == packet.Destination.Port
        && (socket.IsBound || socket.Prison is null)
        && (socket.Local.Address.IsAny || socket.Local.Address == packet.Destination.Address)
        && (!socket.IsConnected || socket.Foreign == packet.Source);

    /// <summary>Checks the delivery of a datagram to many that IP does not drop.</summary>
    public static Verdict Deliver(
        ref CallCheck check, State state, Packet packet, Data data, string nic, Outcome outcome)
    {
        ImmutableArray<Socket> admitting = [.. state.Sockets.Where(socket => Admits(socket, packet))];
        if (admitting.IsEmpty)
        {
            return check.Must(
                outcome, UdpCountRules.Arrived(ref check, state, matching: 0, queued: 0, isToMany: true), ManyNobody);
        }

        int oldest = admitting.LastOrDefault(socket => socket.Shuns)?.Id ?? 0;
        if (admitting[0].Id < oldest)
        {
            check.Use(ManyNotShared);
        }

        ImmutableArray<Socket> matching = [.. admitting.Where(socket => socket.Id >= oldest).Reverse()];
        int queued = 0;
        foreach (Socket receiver in matching)
        {
            Data control = DatagramControlRules.For(ref check, receiver, packet.Destination.Address, nic);
            if (DatagramRules.HasRoom(receiver, data, control))
            {
                queued++;
                outcome = outcome.ReceivedBy(state.OwnerOf(receiver.Id));
                state = DatagramRules.Queued(state, state.SocketOf(receiver.Id), packet.Source, data, control);
            }
            else
            {
                check.Use(ManyNoRoom);
            }
        }

        state = UdpCountRules.Arrived(ref check, state, matching.Length, queued, isToMany: true);
        return check.Must(outcome, state, ManyReceive);
    }
}
