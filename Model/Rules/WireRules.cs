using Verify.Abi;

namespace Verify.Model;

/// <summary>What outside hosts send, and what they see of it.</summary>
internal static class WireRules
{
    public static readonly Rule WireSource = new(
        "S11.wire-source", "A packet from the wire with an impossible source address is dropped.", "D25");
    public static readonly Rule WireToMany = new(
        "S11.wire-to-many", "A packet from the wire to a multicast or broadcast address is dropped.",
        "Broadcast and multicast");
    public static readonly Rule WireElsewhere = new(
        "S11.wire-elsewhere", "A packet from the wire to another host's address gets EHOSTUNREACH.",
        "netinet/ip_input.c:ip_input");
    public static readonly Rule WireUnreachable = new(
        "S11.wire-unreachable", "A datagram from the wire to a port that no socket has gets ECONNREFUSED.",
        "netinet/udp_usrreq.c:udp_input");
    public static readonly Rule WireDuplicate = new(
        "S10.wire-duplicate", "A connection from the wire that exists already gets no answer: ETIMEDOUT.",
        "netinet/tcp_input.c:tcp_input");

    public static Verdict Udp(ref Hearing hearing, Call.WireUdp call)
    {
        State state = hearing.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return hearing.Must(Outcome.Ok, state, WireSource);
        }

        if (IsToMany(state, call.Destination))
        {
            return hearing.Must(Outcome.Ok, state, WireToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return hearing.Fails(Errno.EHOSTUNREACH, WireElsewhere);
        }

        return Delivery.BestFit(state, Protocol.Udp, call.Source, call.Destination) == Fit.None
            ? hearing.Fails(Errno.ECONNREFUSED, WireUnreachable)
            : DatagramRules.Deliver(
                ref hearing, state, new Packet(Protocol.Udp, call.Source, call.Destination), call.Data, Outcome.Ok);
    }

    public static Verdict Tcp(ref Hearing hearing, Call.WireTcp call)
    {
        State state = hearing.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return hearing.Fails(Errno.ETIMEDOUT, WireSource);
        }

        if (IsToMany(state, call.Destination))
        {
            return hearing.Fails(Errno.ETIMEDOUT, WireToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return hearing.Fails(Errno.EHOSTUNREACH, WireElsewhere);
        }

        return Destination.IsTaken(state, Protocol.Tcp, call.Destination, call.Source)
            ? hearing.Fails(Errno.ETIMEDOUT, WireDuplicate)
            : TcpRules.Arrive(ref hearing, state, null, call.Source, call.Destination, Outcome.Ok);
    }

    private static bool IsToMany(State state, Endpoint destination) =>
        destination.Address.IsMulticast || state.Network.IsBroadcast(destination.Address);
}
