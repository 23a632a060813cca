using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// No packet from the wire with a source address of this host is delivered (S11). FreeBSD 4.0's ip_input ignores the
/// source; here both sides drop the packet, see docs/deviations.md.
/// </summary>
internal static class WireGoal
{
    public static string? Check(State state, Call call, in Outcome outcome) => call switch
    {
        Call.WireUdp udp => Check(state, udp.Source, !outcome.Receivers.IsEmpty),
        Call.WireIp packet => Check(state, new Endpoint(packet.Source, 0), !outcome.Receivers.IsEmpty),
        Call.WireTcp tcp => Check(state, tcp.Source, !outcome.Receivers.IsEmpty || outcome.Succeeded),
        _ => null,
    };

    private static string? Check(State state, Endpoint source, bool arrives) =>
        arrives && (source.Address.Value >> 24 == 127 || state.Network.IsOwn(source.Address))
            ? $"S11: the wire brings a packet from {source}, which is this host"
            : null;
}
