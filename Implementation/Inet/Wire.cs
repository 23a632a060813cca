using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>What outside hosts send: ip_input, which asks for the destination alone, and what they see of it.</summary>
internal sealed class Wire(Interfaces interfaces, Udp udp, Tcp tcp, ReceiverNames names)
{
    /// <summary>
    /// A datagram that nobody is there for is reported to its source: where that is this host the outside one learns
    /// nothing, and nobody does where it is no host at all.
    /// </summary>
    public Outcome Receive(Call.WireUdp call)
    {
        Traffic traffic = default;
        Errno error = Route(call.Destination.Address) switch
        {
            Fate.Dropped => Errno.None,
            Fate.Unreachable => Errno.EHOSTUNREACH,
            _ => udp.Input(call.Source, call.Destination, call.Data, ref traffic),
        };
        if (error != Errno.None && IsForged(call.Source.Address))
        {
            if (error == Errno.ECONNREFUSED && IsHere(call.Source.Address))
            {
                udp.Refuse(call.Source, call.Destination);
            }

            error = Errno.None;
        }

        return names.Describe(error, value: 0, traffic);
    }

    /// <summary>The answer to a segment from a forged source goes astray, and no connection comes of it.</summary>
    public Outcome Receive(Call.WireTcp call)
    {
        Traffic traffic = default;
        Errno error = IsForged(call.Source.Address) ? Errno.ETIMEDOUT : Route(call.Destination.Address) switch
        {
            Fate.Dropped => Errno.ETIMEDOUT,
            Fate.Unreachable => Errno.EHOSTUNREACH,
            _ => tcp.Input(call.Source, call.Destination, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    private static bool IsLoopback(Ipv4 address) => address.Value >> 24 == Ipv4.Loopback.Value >> 24;

    private Fate Route(Ipv4 destination) =>
        IsForMany(destination) ? Fate.Dropped
        : !interfaces.IsOwn(destination) ? Fate.Unreachable
        : Fate.Received;

    /// <summary>No outside host has such an address.</summary>
    private bool IsForged(Ipv4 source) => source.IsAny || IsForMany(source) || IsHere(source);

    private bool IsHere(Ipv4 address) => IsLoopback(address) || interfaces.IsOwn(address);

    private bool IsForMany(Ipv4 address) => address.IsMulticast || interfaces.IsBroadcast(address);

    private enum Fate
    {
        Received,
        Dropped,
        Unreachable,
    }
}
