using Verify.Abi;

namespace Verify.Model;

/// <summary>What outside hosts send, and what they see of it.</summary>
internal static class WireRules
{
    public static Verdict Udp(ref Hearing hearing, Call.WireUdp call)
    {
        State state = hearing.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return hearing.Must(Outcome.Ok, state, Rule.WireSource);
        }

        if (IsToMany(state, call.Destination))
        {
            return hearing.Must(Outcome.Ok, state, Rule.WireToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return hearing.Fails(Errno.EHOSTUNREACH, Rule.WireElsewhere);
        }

        return Delivery.BestFit(state, Protocol.Udp, call.Source, call.Destination) == Fit.None
            ? hearing.Fails(Errno.ECONNREFUSED, Rule.WireUnreachable)
            : DatagramRules.Deliver(
                ref hearing, state, new Packet(Protocol.Udp, call.Source, call.Destination), call.Data, Outcome.Ok);
    }

    public static Verdict Tcp(ref Hearing hearing, Call.WireTcp call)
    {
        State state = hearing.State;
        if (state.Network.IsImpossibleSource(call.Source.Address))
        {
            return hearing.Fails(Errno.ETIMEDOUT, Rule.WireSource);
        }

        if (IsToMany(state, call.Destination))
        {
            return hearing.Fails(Errno.ETIMEDOUT, Rule.WireToMany);
        }

        if (!state.Network.IsOwn(call.Destination.Address))
        {
            return hearing.Fails(Errno.EHOSTUNREACH, Rule.WireElsewhere);
        }

        return Destination.IsTaken(state, Protocol.Tcp, call.Destination, call.Source)
            ? hearing.Fails(Errno.ETIMEDOUT, Rule.WireDuplicate)
            : TcpRules.Arrive(ref hearing, state, null, call.Source, call.Destination, Outcome.Ok);
    }

    private static bool IsToMany(State state, Endpoint destination) =>
        destination.Address.IsMulticast || state.Network.IsBroadcast(destination.Address);
}
