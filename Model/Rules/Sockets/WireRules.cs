using Verify.Abi;
using Verify.Model.States;
using Verify.Model.Verdicts;

namespace Verify.Model.Rules.Sockets;

/// <summary>Packets from outside hosts, and the answers that these see.</summary>
internal static class WireRules
{
    public static readonly Rule WireSource = new(
        "S11.wire-source", "A packet from the wire with an impossible source address is dropped.", "D25");
    public static readonly Rule WireTcpToMany = new(
        "S10.wire-to-many", "A TCP segment from the wire to a multicast or broadcast address is dropped.",
        "netinet/tcp_input.c:tcp_input");
    public static readonly Rule WireToOtherNetwork = new(
        "S11.wire-other-network",
        "A datagram to a broadcast address of an interface other than that on which it arrives is for one socket.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule WireElsewhere = new(
        "S11.wire-elsewhere", "A packet from the wire to another host's address gets EHOSTUNREACH.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule WireDown = new(
        "S11.wire-down",
        "Nothing from the wire arrives over an interface that is down, or without one to the outside: the sender sees "
        + "what it would of an address that is not this host's.",
        "net/if_ethersubr.c:ether_input");
    public static readonly Rule WireUnreachable = new(
        "S11.wire-unreachable", "A datagram from the wire to a port that no socket has gets ECONNREFUSED.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule WireDuplicate = new(
        "S10.wire-duplicate", "A connection from the wire that exists already gets no answer: ETIMEDOUT.",
        "netinet/tcp_input.c:tcp_input");

    public static readonly Rule WireIdle = new(
        "S12.idle",
        "While nothing arrives, the machine's clock goes on; it stops at each tick at which a sleep is over, until all "
        + "processes that it woke have continued.",
        "kern/kern_clock.c:hardclock");

    private const long Millisecond = 1000;

    public static Verdict Idle(ref CallCheck check, Call.WireIdle call)
    {
        long until = ClockAfter(check.State, call);
        return check.Must(Outcome.Ok, check.State.Passed(until), WireIdle);
    }

    /// <summary>The clock when a call, and all that it has resumed, have ended.</summary>
    public static long ClockAfter(State before, Call call) => call is Call.WireIdle { Milliseconds: var time }
        ? unchecked(before.Clock + (time * Millisecond))
        : before.Clock;

    public static Verdict Udp(ref CallCheck check, Call.WireUdp call)
    {
        State state = check.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return check.Must(Outcome.Ok, state, WireSource);
        }

        var packet = new Packet(Protocol.Udp, call.Source, call.Destination);
        Ipv4 destination = call.Destination.Address;
        if (state.Network.ArrivalFrom(call.Source.Address) is not { } nic)
        {
            bool isToMany = IsToMany(state, call.Destination) || destination.IsAny
                || state.Network.TakesOfNetwork(destination);
            return check.Must(isToMany ? Outcome.Ok : Outcome.Failed(Errno.EHOSTUNREACH), state, WireDown);
        }

        bool isToAll = ManyRules.IsToMany(state, destination, nic);
        if (isToAll && ManyRules.Refusal(state, destination, nic) is { } refusal)
        {
            return check.Must(Outcome.Ok, state, refusal);
        }

        if (!isToAll && !state.Network.TakesOfNetwork(destination))
        {
            if (IsToMany(state, call.Destination) || destination.IsAny)
            {
                return check.Must(Outcome.Ok, state, ManyRules.ManyNotTaken);
            }

            if (!state.Network.IsOwn(destination))
            {
                return check.Fails(Errno.EHOSTUNREACH, WireElsewhere);
            }
        }

        return UdpCountRules.IsDamaged(call) ? UdpCountRules.Damaged(ref check, state)
            : isToAll ? ManyRules.Deliver(ref check, state, packet, call.Data, nic, Outcome.Ok)
            : ToOne(ref check, state, packet, call.Data, nic);
    }

    /// <summary>Checks the arrival of a whole datagram for one socket.</summary>
    private static Verdict ToOne(ref CallCheck check, State state, Packet packet, Data data, string nic)
    {
        if (state.Network.TakesOfNetwork(packet.Destination.Address))
        {
            check.Use(WireToOtherNetwork);
        }

        return DeliveryRules.BestFit(state, Protocol.Udp, packet.Source, packet.Destination) == Fit.None
            ? check.Fails(
                new Denial(Errno.ECONNREFUSED, WireUnreachable),
                UdpCountRules.Arrived(ref check, state, matching: 0, queued: 0))
            : DatagramRules.Deliver(ref check, state, packet, data, nic, Outcome.Ok);
    }

    public static Verdict Tcp(ref CallCheck check, Call.WireTcp call)
    {
        State state = check.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return check.Fails(Errno.ETIMEDOUT, WireSource);
        }

        if (IsToMany(state, call.Destination))
        {
            return check.Fails(Errno.ETIMEDOUT, WireTcpToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return check.Fails(Errno.EHOSTUNREACH, WireElsewhere);
        }

        if (state.Network.ArrivalFrom(call.Source.Address) is null)
        {
            return check.Fails(Errno.EHOSTUNREACH, WireDown);
        }

        return DestinationRules.IsTaken(state, Protocol.Tcp, call.Destination, call.Source)
            ? check.Fails(Errno.ETIMEDOUT, WireDuplicate)
            : TcpRules.Arrive(ref check, state, null, call.Source, call.Destination, Outcome.Ok);
    }

    /// <summary>True for a destination that is a multicast or broadcast address.</summary>
    public static bool IsToMany(State state, Endpoint destination) =>
        destination.Address.IsMulticast || state.Network.IsBroadcast(destination.Address);
}
