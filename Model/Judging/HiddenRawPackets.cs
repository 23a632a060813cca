using Verify.Abi;
using Verify.Model.Rules.Sockets;
using Verify.Model.States;

namespace Verify.Model.Judging;

/// <summary>
/// The packets from outside that could explain what a raw socket receives. Its data begins with a header that names
/// the packet, if the trace states that much of it.
/// </summary>
internal static class HiddenRawPackets
{
    /// <summary>A protocol for experiments in place of one that is not stated (RFC 3692).</summary>
    private const Protocol Some = (Protocol)253;

    /// <summary>The packets; none if what is stated is shorter than a header.</summary>
    /// <param name="state">The state.</param>
    /// <param name="socket">The receiver.</param>
    /// <param name="raw">What it has as a raw socket.</param>
    /// <param name="stated">What is stated of the receive.</param>
    public static IEnumerable<Call> Of(State state, Socket socket, RawEnd raw, Statement stated)
    {
        Data data = stated.Data ?? default;
        if (data.Length >= IpPacket.HeaderSize)
        {
            var packet = IpPacket.Read(data.PaddedTo(Math.Max(data.Length, stated.Value ?? 0)));
            return [new Call.WireIp(packet.Source, packet.Destination, packet.Protocol, packet.Rest)];
        }

        if (data.Length > 0 || stated.Value < IpPacket.HeaderSize)
        {
            return [];
        }

        Ipv4 source = stated.Address?.Address
            ?? (socket.Foreign.Address.IsAny ? HiddenPackets.Somebody.Address : socket.Foreign.Address);
        Protocol protocol = raw.Protocol == Protocol.Default ? Some : raw.Protocol;
        Data payload = default(Data).PaddedTo((stated.Value ?? IpPacket.HeaderSize) - IpPacket.HeaderSize);
        return
            from destination in socket.Local.Address.IsAny ? state.Network.Own : [socket.Local.Address]
            select new Call.WireIp(source, destination, protocol, payload);
    }
}
