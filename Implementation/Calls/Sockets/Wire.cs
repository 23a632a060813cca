using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// Packets from other hosts, and their visible effect: ip_input, which accepts packets by destination alone. Packets
/// with a source address of this host are dropped (D25).
/// </summary>
internal sealed class Wire(Interfaces interfaces, Udp udp, Tcp tcp, Clock clock, ReceiverNames names)
{
    public Outcome Receive(Call.WireUdp call)
    {
        Traffic traffic = default;
        (Ipv4 source, Ipv4 destination) = (call.Source.Address, call.Destination.Address);
        Errno error = Classify(source, destination) switch
        {
            Disposition.Dropped => Errno.None,
            Disposition.Received => udp.Input(call.Source, call.Destination, call.Data, ref traffic),
            Disposition.Unreachable when !interfaces.TakesBroadcast(destination) => Errno.EHOSTUNREACH,
            _ => udp.InputShared(
                interfaces.InterfaceTo(source), call.Source, call.Destination, call.Data, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    public Outcome Receive(Call.WireTcp call)
    {
        Traffic traffic = default;
        Errno error = Classify(call.Source.Address, call.Destination.Address) switch
        {
            Disposition.Dropped or Disposition.Shared => Errno.ETIMEDOUT,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => tcp.Input(call.Source, call.Destination, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    /// <summary>The end of a timer is no packet, and comes from nowhere.</summary>
    public Outcome Receive(Call.WireTcpAnswer call)
    {
        if (call is Call.WireTcpTimeout)
        {
            tcp.TimeOut(call.Source, call.Destination);
            return Outcome.Ok;
        }

        return Replies.Of(Classify(call.Source.Address, call.Destination.Address) switch
        {
            Disposition.Dropped or Disposition.Shared => Errno.None,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => Answer(call),
        });
    }

    /// <summary>Nothing comes, and time passes.</summary>
    public Outcome Receive(Call.WireIdle call)
    {
        clock.Advance(call.Milliseconds);
        return Outcome.Ok;
    }

    private Errno Answer(Call.WireTcpAnswer call)
    {
        if (call is Call.WireTcpAccept)
        {
            return tcp.Accepted(call.Source, call.Destination);
        }

        tcp.Reset(call.Source, call.Destination);
        return Errno.None;
    }

    private static bool IsLoopback(Ipv4 address) => address.Value >> 24 == Ipv4.Loopback.Value >> 24;

    private Disposition Classify(Ipv4 source, Ipv4 destination) =>
        IsMartian(source) ? Disposition.Dropped
        : IsMulticastOrBroadcast(destination) ? Disposition.Shared
        : !interfaces.IsOwn(destination) ? Disposition.Unreachable
        : Disposition.Received;

    /// <summary>True for a source address that no other host can have.</summary>
    private bool IsMartian(Ipv4 source) =>
        source.IsAny || IsMulticastOrBroadcast(source) || IsLoopback(source) || interfaces.IsOwn(source);

    private bool IsMulticastOrBroadcast(Ipv4 address) => address.IsMulticast || interfaces.IsBroadcast(address);

    private enum Disposition
    {
        Received,
        Dropped,

        /// <summary>To a multicast or broadcast address: of no use to TCP.</summary>
        Shared,

        Unreachable,
    }
}
