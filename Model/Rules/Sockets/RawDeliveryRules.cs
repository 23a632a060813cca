using System.Collections.Immutable;
using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Raw packets that this host takes in (S11): who receives one is the set of raw sockets that admit it, and nobody is
/// told if it is empty.
/// </summary>
internal static class RawDeliveryRules
{
    public static readonly Rule RawReceive = new(
        "S11.raw-receive",
        "A packet is queued at each raw socket whose protocol is 0 or the packet's, whose local address is 0.0.0.0 or "
        + "the destination, and whose foreign address is 0.0.0.0 or the source; the newest socket is first.",
        "netinet/raw_ip.c:rip_input");
    public static readonly Rule RawForm = new(
        "S11.raw-form",
        "A raw socket receives the IP header too, with the length without the header, and length, identification and "
        + "fragment in the order of the host; the sender's port is 0.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule RawNobody = new(
        "S11.raw-nobody", "A packet that no raw socket admits is dropped, and no error is sent back.",
        "netinet/raw_ip.c:rip_input");
    public static readonly Rule RawNoRoom = new(
        "S11.raw-dropped", "A raw socket without room in its buffer gets no packet; the others do.",
        "kern/uipc_socket2.c:sbappendaddr");
    public static readonly Rule RawOwnProtocols = new(
        "S11.raw-own-protocols",
        "A packet of ICMP, IGMP, TCP or UDP that a raw socket sends to this host is received by nobody.", "D54");
    public static readonly Rule RawReservation = new(
        "S11.raw-rsvp", "A packet of protocol 46, RSVP, is received by nobody: no process has turned it on.",
        "netinet/ip_mroute.c:rsvp_input");
    public static readonly Rule RawMalformed = new(
        "S11.raw-malformed",
        "This host drops a packet whose header, made by a process, is not of version 4 or shorter than 20 bytes.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule RawOptionsBad = new(
        "S11.raw-options-bad",
        "This host drops a packet with an option that is longer than the options or has no length, and one with a "
        + "source route.",
        "netinet/ip_input.c:ip_dooptions");
    public static readonly Rule RawOptionsWritten = new(
        "S11.raw-options-written",
        "This host drops a packet that asks for a recorded route or a time stamp.", "Options of packets");
    public static readonly Rule RawFragment = new(
        "S11.raw-fragment", "This host drops a fragment that a process has made.", "Fragments");
    public static readonly Rule RawElsewhere = new(
        "S11.raw-elsewhere",
        "A raw packet from the wire to another host's address is dropped, and no error is sent back.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule RawNoPacket = new(
        "S11.raw-no-packet", "Nothing longer than 65535 bytes with its IP header comes from the wire.",
        "netinet/ip_input.c:ip_input");

    private const Protocol Rsvp = (Protocol)46;

    /// <summary>The time to live of packets from outside.</summary>
    private const byte HopsOfOthers = 64;

    private const byte EndOfOptions = 0;
    private const byte NoOperation = 1;
    private const byte RecordRoute = 7;
    private const byte TimeStamp = 68;
    private const byte LooseRoute = 131;
    private const byte StrictRoute = 137;

    /// <summary>A packet from the wire.</summary>
    public static Verdict FromWire(ref CallCheck check, Call.WireIp call)
    {
        State state = check.State;
        Network network = state.Network;
        if (network.IsImpossibleSource(call.Source))
        {
            return check.Must(Outcome.Ok, state, WireRules.WireSource);
        }

        if (call.Data.Length + IpPacket.HeaderSize > IpPacket.Longest)
        {
            return check.Must(Outcome.Ok, state, RawNoPacket);
        }

        if (network.ArrivalFrom(call.Source) is not { } nic)
        {
            return check.Must(Outcome.Ok, state, WireRules.WireDown);
        }

        bool isTaken = network.IsOwn(call.Destination)
            || (call.Destination.IsMulticast
                ? MulticastRules.IsMember(state, call.Destination, nic)
                : network.TakesBroadcast(call.Destination));
        var packet = new IpPacket(call.Protocol, call.Source, call.Destination, call.Data)
        {
            TimeToLive = HopsOfOthers,
        };
        return isTaken
                ? Arrive(ref check, packet, nic, Outcome.Ok)
            : check.Must(
                Outcome.Ok,
                state,
                call.Destination.IsMulticast ? ManyRules.ManyNotMember
                    : call.Destination.IsAny || network.IsBroadcast(call.Destination) ? ManyRules.ManyNotTaken
                    : RawElsewhere);
    }

    /// <summary>Checks the arrival of a packet whose destination this host takes in.</summary>
    /// <param name="check">The call under check.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="nic">The interface on which it arrives.</param>
    /// <param name="outcome">The outcome of the call without the receivers.</param>
    public static Verdict Arrive(ref CallCheck check, IpPacket packet, string nic, Outcome outcome)
    {
        State state = check.State;
        if (Obstacle(packet) is { } obstacle)
        {
            return check.Must(outcome, state, obstacle);
        }

        ImmutableArray<Socket> admitting = [.. state.Sockets.Where(socket => Admits(socket, packet))];
        if (admitting.IsEmpty)
        {
            return check.Must(outcome, state, RawNobody);
        }

        check.Use(RawForm);
        Data received = packet.Received();
        var source = new Endpoint(packet.Source, 0);
        foreach (Socket receiver in admitting.Reverse())
        {
            Data control = DatagramControlRules.For(ref check, receiver, packet.Destination, nic);
            if (DatagramRules.HasRoom(receiver, received, control))
            {
                outcome = outcome.ReceivedBy(state.OwnerOf(receiver.Id));
                state = DatagramRules.Queued(state, state.SocketOf(receiver.Id), source, received, control);
            }
            else
            {
                check.Use(RawNoRoom);
            }
        }

        return check.Must(outcome, state, RawReceive);
    }

    /// <summary>True for a raw socket that a packet is for.</summary>
    public static bool Admits(Socket socket, IpPacket packet) =>
        socket.Raw is { } raw
        && (raw.Protocol == Protocol.Default || raw.Protocol == packet.Protocol)
        && (socket.Local.Address.IsAny || socket.Local.Address == packet.Destination)
        && (socket.Foreign.Address.IsAny || socket.Foreign.Address == packet.Source);

    /// <summary>Why nobody receives a packet; null if somebody may.</summary>
    private static Rule? Obstacle(IpPacket packet) =>
        !packet.IsWellFormed ? RawMalformed
        : OptionObstacle(packet.Rest.ToArray(), packet.Options.Length) is { } option ? option
        : packet.IsFragment ? RawFragment
        : packet.Protocol is Protocol.Icmp or Protocol.Igmp or Protocol.Tcp or Protocol.Udp ? RawOwnProtocols
        : packet.Protocol == Rsvp ? RawReservation
        : null;

    /// <summary>
    /// The first option that keeps a packet from being taken in. Its length is in the byte behind its kind, also if
    /// that is of the payload already.
    /// </summary>
    /// <param name="rest">The options and the payload.</param>
    /// <param name="left">How many bytes of it are options.</param>
    private static Rule? OptionObstacle(ReadOnlySpan<byte> rest, int left)
    {
        while (left > 0 && rest[0] != EndOfOptions)
        {
            byte kind = rest[0];
            int length = kind == NoOperation ? 1 : rest.Length > 1 ? rest[1] : 0;
            if (length == 0 || length > left || kind is LooseRoute or StrictRoute)
            {
                return RawOptionsBad;
            }

            if (kind is RecordRoute or TimeStamp)
            {
                return RawOptionsWritten;
            }

            rest = rest[length..];
            left -= length;
        }

        return null;
    }
}
