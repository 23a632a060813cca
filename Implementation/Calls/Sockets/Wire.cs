using Verify.Abi;
using Verify.Implementation.Domains;
using Verify.Implementation.Inet;
using Verify.Implementation.Inet.Raw;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>
/// Packets from other hosts, and their visible effect: ip_input, which accepts packets by destination alone. Packets
/// with a source address of this host are dropped (D25).
/// </summary>
internal sealed class Wire(Network network, ReceiverNames names)
{
    /// <summary>The time to live of packets for raw sockets.</summary>
    private const byte TimeToLive = 64;

    private readonly Interfaces _interfaces = network.Interfaces;

    public Outcome Receive(Call.WireUdp call)
    {
        Traffic traffic = default;
        (Ipv4 source, Ipv4 destination) = (call.Source.Address, call.Destination.Address);
        ushort checksum = call.Checksum ?? 0; // a right one changes nothing, and none is not looked at
        Errno error = Classify(source, destination, out int card) switch
        {
            Disposition.Dropped => Errno.None,
            Disposition.Received => network.Udp.Input(
                call.Source, call.Destination, call.Data, ref traffic, card, checksum),
            Disposition.Unreachable when !IsBroadcastTaken(destination) => Errno.EHOSTUNREACH,
            _ => network.Udp.InputShared(card, call.Source, call.Destination, call.Data, ref traffic, checksum),
        };
        return names.Describe(error, value: 0, traffic);
    }

    public Outcome Receive(Call.WireIp call)
    {
        Traffic traffic = default;
        if (!IsMartian(call.Source) && _interfaces.ArrivalFrom(call.Source) is >= 0 and var card)
        {
            var packet = new Ipv4Packet
            {
                TimeToLive = TimeToLive,
                Protocol = call.Protocol,
                Source = call.Source,
                Destination = call.Destination,
                Rest = call.Data,
            };
            network.Raw.Input(packet, card, ref traffic);
        }

        return names.Describe(Errno.None, value: 0, traffic);
    }

    public Outcome Receive(Call.WireTcp call)
    {
        Traffic traffic = default;
        Errno error = Classify(call.Source.Address, call.Destination.Address, out _) switch
        {
            Disposition.Dropped or Disposition.Shared => Errno.ETIMEDOUT,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => network.Tcp.Input(call.Source, call.Destination, ref traffic),
        };
        return names.Describe(error, value: 0, traffic);
    }

    /// <summary>The end of a timer is no packet, and comes from nowhere.</summary>
    public Outcome Receive(Call.WireTcpAnswer call)
    {
        if (call is Call.WireTcpTimeout)
        {
            network.Tcp.TimeOut(call.Source, call.Destination);
            return Outcome.Ok;
        }

        return Replies.Of(Classify(call.Source.Address, call.Destination.Address, out _) switch
        {
            Disposition.Dropped or Disposition.Shared => Errno.None,
            Disposition.Unreachable => Errno.EHOSTUNREACH,
            _ => Answer(call),
        });
    }

    private Errno Answer(Call.WireTcpAnswer call)
    {
        if (call is Call.WireTcpAccept)
        {
            return network.Tcp.Accepted(call.Source, call.Destination);
        }

        network.Tcp.Reset(call.Source, call.Destination);
        return Errno.None;
    }

    private static bool IsLoopback(Ipv4 address) => address.Value >> 24 == Ipv4.Loopback.Value >> 24;

    private Disposition Classify(Ipv4 source, Ipv4 destination, out int card)
    {
        card = _interfaces.ArrivalFrom(source);
        return IsMartian(source) ? Disposition.Dropped
            : IsMulticastOrBroadcast(destination) ? Disposition.Shared
            : card < 0 || !_interfaces.IsOwn(destination) ? Disposition.Unreachable
            : Disposition.Received;
    }

    /// <summary>True for a source address that no other host can have.</summary>
    private bool IsMartian(Ipv4 source) =>
        source.IsAny || IsMulticastOrBroadcast(source) || IsLoopback(source) || _interfaces.IsOwn(source);

    private bool IsMulticastOrBroadcast(Ipv4 address) => address.IsMulticast || _interfaces.IsBroadcast(address);

    /// <summary>An address of its own is not one, even where its network has no other.</summary>
    private bool IsBroadcastTaken(Ipv4 address) => !_interfaces.IsOwn(address) && _interfaces.TakesBroadcast(address);

    private enum Disposition
    {
        Received,
        Dropped,

        /// <summary>To a multicast or broadcast address: of no use to TCP.</summary>
        Shared,

        /// <summary>To no address of this host, or over an interface that is down.</summary>
        Unreachable,
    }
}
