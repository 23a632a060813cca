using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>
/// Sending on raw IPv4 sockets (S11): the packet that a call makes, the way that it takes, and whether this host takes
/// it in itself. It never sleeps there.
/// </summary>
internal static class RawSendRules
{
    public static readonly Rule RawSendNowhere = new(
        "S11.raw-send-nowhere",
        "Sending without an address on a raw socket that is not connected fails with EDESTADDRREQ.",
        "kern/uipc_socket.c:sosend");
    public static readonly Rule RawSendConnectedTo = new(
        "S11.raw-send-connected-to", "Sending to an address from a connected raw socket fails with EISCONN.",
        "netinet/raw_ip.c:rip_send");
    public static readonly Rule RawSendShort = new(
        "S11.raw-send-short", "Sending to an address of fewer than 8 bytes from a raw socket fails with EINVAL.",
        "D55");
    public static readonly Rule RawSends = new(
        "S11.raw-sends",
        "A raw socket sends to the address of the call or its foreign address as it is, of whatever family and port.",
        "netinet/raw_ip.c:rip_send");
    public static readonly Rule RawControl = new(
        "S11.raw-control", "Control data that a raw socket sends means nothing.", "netinet/raw_ip.c:rip_send");
    public static readonly Rule RawSource = new(
        "S11.raw-source",
        "A packet without a source gets the address by which its way leads, and one to a group the first address of "
        + "the interface that it goes over.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule RawBroadcast = new(
        "S11.raw-broadcast",
        "A raw socket needs no SO_BROADCAST to send to the broadcast address of a network, to 255.255.255.255 or to "
        + "0.0.0.0; a copy arrives on the same interface.",
        "netinet/raw_ip.c:rip_output");
    public static readonly Rule RawWhole = new(
        "S11.raw-whole",
        "With IP_HDRINCL, a packet that must not be cut and is too long for its interface fails with EMSGSIZE; to a "
        + "group, only after members on this host got it.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule RawTimeToLive = new(
        "S11.raw-direct",
        "SO_DONTROUTE and MSG_DONTROUTE send with a time to live of 1, and a packet to a group has IP_MULTICAST_TTL, "
        + "whatever its header says.",
        "netinet/ip_output.c:ip_output");
    public static readonly Rule RawToWire = new(
        "S11.raw-wire", "A raw packet for another host leaves by the wire.", "netinet/ip_output.c:ip_output");

    /// <summary>The length of a sockaddr_in up to the end of its address, in bytes.</summary>
    private const int LengthWithAddress = 8;

    public static Verdict Send(ref CallCheck check, Socket socket, RawEnd raw, Call.Sending call)
    {
        if ((CallDenial(socket, call) ?? PacketDenial(raw, call)) is { } denial)
        {
            return check.Fails(denial);
        }

        if (call.Attached.Length > 0)
        {
            check.Use(RawControl);
        }

        bool isDirect = call.Options.HasFlag(MessageOptions.MSG_DONTROUTE)
            || socket.Options.Contains(SocketOption.SO_DONTROUTE);
        Ipv4 wanted = (call.Address?.Endpoint ?? socket.Foreign).Address;
        IpPacket packet = RawHeaderRules.PacketOf(ref check, socket, raw, call.Content, wanted);
        Outcome outcome = Outcome.Returned(call.Content.Length);
        return Emit(ref check, packet, socket.Multicast, isDirect, outcome);
    }

    /// <summary>The first denial before the protocol is asked (kern/uipc_syscalls.c: sendit; sosend).</summary>
    private static Denial? CallDenial(Socket socket, Call.Sending call) =>
        (call.Address is { } address ? AddressRules.CopyDenial(address) : null)
        ?? PassingRules.CopyDenial(call)
        ?? (socket.CannotSend ? new Denial(Errno.EPIPE, ShutdownRules.SendShut)
            : !socket.IsConnected && call.Address is null ? new Denial(Errno.EDESTADDRREQ, RawSendNowhere)
            : DatagramRules.TooLong(socket.Buffers.Send, call));

    /// <summary>The first denial by raw IP.</summary>
    private static Denial? PacketDenial(RawEnd raw, Call.Sending call) =>
        raw.IsConnected && call.Address is not null ? new Denial(Errno.EISCONN, RawSendConnectedTo)
        : call.Address is { Length: < LengthWithAddress } ? new Denial(Errno.EINVAL, RawSendShort)
        : RawHeaderRules.HeaderDenial(raw, call.Content);

    private static Verdict Emit(
        ref CallCheck check, IpPacket packet, MulticastSettings settings, bool isDirect, Outcome outcome)
    {
        State state = check.State;
        if (DestinationRules.RouteDenial(state, packet.Destination, isDirect, mayBroadcast: true, out string way)
            is { } denial)
        {
            return check.Fails(denial);
        }

        check.Use(RawSends);
        if (packet.Destination.IsMulticast)
        {
            check.Use(RawTimeToLive);
            return ToGroup(
                ref check,
                packet with { TimeToLive = (byte)settings.TimeToLive },
                settings,
                way,
                isDirect,
                outcome);
        }

        if (isDirect)
        {
            check.Use(RawTimeToLive);
            packet = packet with { TimeToLive = 1 };
        }

        Ipv4 source = isDirect
            ? state.Network.DirectSourceFor(packet.Destination)
            : state.Network.RouteSourceFor(packet.Destination);
        return ToHosts(ref check, Sourced(ref check, packet, source), way, isDirect, outcome);
    }

    /// <summary>A packet to one host, or to all of a network.</summary>
    private static Verdict ToHosts(
        ref CallCheck check, IpPacket packet, string way, bool isDirect, Outcome outcome)
    {
        State state = check.State;
        Network network = state.Network;
        Ipv4 remote = packet.Destination;
        bool isLoopback = network.IsLoopback(way);
        if (network.IsBroadcastOn(remote, way))
        {
            if (DestinationRules.BroadcastDenial(state, remote, way, packet.Length) is { } tooLong)
            {
                return check.Fails(tooLong);
            }

            if (WayRules.Denial(state, remote, way, isDirect) is { } noBroadcast)
            {
                return check.Fails(noBroadcast);
            }

            check.Use(RawBroadcast);
            return network.TakesBroadcast(remote)
                ? RawDeliveryRules.Arrive(ref check, packet, way, Sent(outcome, packet))
                : check.Must(Sent(outcome, packet), state, ManyRules.ManyNotTaken);
        }

        string nic = network.IsOwn(remote) && !isDirect ? network.InterfaceWithin(remote) : way;
        if (IsTooLong(state, packet, nic))
        {
            return check.Fails(Errno.EMSGSIZE, RawWhole);
        }

        if (WayRules.Denial(state, remote, way, isDirect) is { } refused)
        {
            return check.Fails(refused);
        }

        if (WayRules.Vanishes(state, remote, way, isDirect))
        {
            return check.Must(outcome, state, WayRules.WayBlackhole);
        }

        // What a loopback interface brings back may be for all of another network of this host.
        return network.IsOwn(remote)
                ? RawDeliveryRules.Arrive(ref check, packet, nic, Sent(outcome, packet))
            : isLoopback && network.TakesOfNetwork(remote)
                ? RawDeliveryRules.Arrive(ref check, packet, way, Sent(outcome, packet))
            : check.Must(
                Sent(outcome, packet), state, isLoopback ? DestinationRules.DirectLost : RawToWire);
    }

    /// <summary>A packet to a multicast group.</summary>
    private static Verdict ToGroup(
        ref CallCheck check, IpPacket packet, MulticastSettings settings, string way, bool isDirect, Outcome outcome)
    {
        State state = check.State;
        if (settings.Interface is not null)
        {
            check.Use(MulticastRules.MulticastInterface);
        }

        string nic = settings.Interface ?? way;
        bool leaves = settings.TimeToLive != 0 && !state.Network.IsLoopback(nic);
        check.Use(leaves ? MulticastRules.MulticastLeaves : MulticastRules.MulticastStays);
        packet = Sourced(ref check, packet, state.Network.FirstOf(nic) ?? Ipv4.Any);
        if (leaves && IsTooLong(state, packet, nic))
        {
            check.Use(RawWhole);
            outcome = Outcome.Failed(Errno.EMSGSIZE);
        }
        else if (leaves && WayRules.Denial(state, packet.Destination, nic, isDirect) is { } refused)
        {
            check.Use(refused.Rule);
            outcome = Outcome.Failed(refused.Error);
        }
        else if (leaves)
        {
            outcome = Sent(outcome, packet);
        }

        if (!settings.IsLooped || !MulticastRules.IsMember(state, packet.Destination, nic))
        {
            return check.Must(outcome, state, MulticastRules.MulticastNotReturned);
        }

        check.Use(MulticastRules.MulticastReturns);
        return RawDeliveryRules.Arrive(ref check, packet, nic, outcome);
    }

    private static bool IsTooLong(State state, IpPacket packet, string nic) =>
        packet.MustStayWhole && packet.Length > DestinationRules.SizeOf(state, nic);

    private static IpPacket Sourced(ref CallCheck check, IpPacket packet, Ipv4 source)
    {
        if (!packet.Source.IsAny)
        {
            return packet;
        }

        check.Use(RawSource);
        return packet with { Source = source };
    }

    private static Outcome Sent(Outcome outcome, IpPacket packet) =>
        outcome.Sending(Packet.Raw(packet.Protocol, packet.Source, packet.Destination));
}
