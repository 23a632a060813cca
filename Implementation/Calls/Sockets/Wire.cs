using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// What outside hosts send, and what they see of it: ip_input, which asks for the destination alone. No address of
/// this host comes from outside (D25).
/// </summary>
internal sealed class Wire(Interfaces interfaces, Udp udp, Tcp tcp, ReceiverNames names)
{
    public Outcome Receive(Call.WireUdp call)
    {
        Traffic traffic = default;
        Errno error = Classify(call.Source.Address, call.Destination.Address) switch
        {
            Disposition.Dropped => Errno.None,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => udp.Input(call.Source, call.Destination, call.Data, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    public Outcome Receive(Call.WireTcp call)
    {
        Traffic traffic = default;
        Errno error = Classify(call.Source.Address, call.Destination.Address) switch
        {
            Disposition.Dropped => Errno.ETIMEDOUT,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => tcp.Input(call.Source, call.Destination, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    private static bool IsLoopback(Ipv4 address) => address.Value >> 24 == Ipv4.Loopback.Value >> 24;

    private Disposition Classify(Ipv4 source, Ipv4 destination) =>
        IsMartian(source) || IsMulticastOrBroadcast(destination) ? Disposition.Dropped
        : !interfaces.IsOwn(destination) ? Disposition.Unreachable
        : Disposition.Received;

    /// <summary>No outside host has such an address.</summary>
    private bool IsMartian(Ipv4 source) =>
        source.IsAny || IsMulticastOrBroadcast(source) || IsLoopback(source) || interfaces.IsOwn(source);

    private bool IsMulticastOrBroadcast(Ipv4 address) => address.IsMulticast || interfaces.IsBroadcast(address);

    private enum Disposition
    {
        Received,
        Dropped,
        Unreachable,
    }
}
