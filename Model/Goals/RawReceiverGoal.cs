using Verify.Abi;
using Verify.Model.States;

namespace Verify.Model.Goals;

/// <summary>
/// Who may have received a raw packet (S11, G1), by what is seen of the sockets alone: raw sockets outside every
/// prison, each only once, none that is bound to another address, is connected to another host or wants another
/// protocol; and nobody receives what the host's own protocols speak (D54).
/// </summary>
internal static class RawReceiverGoal
{
    public static string? Check(State state, Call call, in Outcome outcome)
    {
        if (outcome.Receivers.IsEmpty || PacketOf(state, call, in outcome) is not { } packet)
        {
            return null;
        }

        HashSet<int> receivers = [];
        for (int i = 0; i < outcome.Receivers.Count; i++)
        {
            Receiver receiver = outcome.Receivers[i];
            Socket? socket = state.FindProcess(receiver.Pid) is { } process
                ? state.SocketAt(process, receiver.Fd)
                : null;
            string? broken = packet.Protocol is Protocol.Icmp or Protocol.Igmp or Protocol.Tcp or Protocol.Udp
                    ? "which is the host's own protocol"
                : socket?.Raw is not { } raw ? "without a raw socket"
                : socket.Prison is not null ? "in a prison"
                : !receivers.Add(socket.Id) ? "twice"
                : !Is(socket.Local.Address, packet.Destination.Address) ? $"at {socket.Local.Address}"
                : !Is(socket.Foreign.Address, packet.Source.Address) ? $"connected to {socket.Foreign.Address}"
                : raw.Protocol != Protocol.Default && raw.Protocol != packet.Protocol
                    ? $"and wants protocol {(int)raw.Protocol}"
                : null;
            if (broken is not null)
            {
                return $"S11: {receiver} receives a packet of protocol {(int)packet.Protocol} from "
                    + $"{packet.Source.Address} to {packet.Destination.Address} {broken}";
            }
        }

        return null;
    }

    /// <summary>
    /// The packet of a call; null for calls that send none, and for a packet that stays on this host unseen.
    /// </summary>
    private static Packet? PacketOf(State state, Call call, in Outcome outcome) => call switch
    {
        Call.WireIp packet => Packet.Raw(packet.Protocol, packet.Source, packet.Destination),
        Call.Sending send when state.FindProcess(send.Pid) is { } caller
            && state.SocketAt(caller, send.Fd) is { Raw: not null } => outcome.Sent.First,
        _ => null,
    };

    /// <summary>True if an address that a socket asks for is this one, or any.</summary>
    private static bool Is(Ipv4 asked, Ipv4 address) => asked.IsAny || asked == address;
}
