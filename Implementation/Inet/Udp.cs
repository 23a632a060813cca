using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet.Checksums;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>UDP: udp_usrreq.c.</summary>
internal sealed class Udp : InetProtocol
{
    /// <summary>net.inet.udp.maxdgram.</summary>
    private const int SendSpace = 9216;

    /// <summary>sizeof(struct udpiphdr).</summary>
    private const int HeadersLength = 28;

    /// <summary>How many bytes fit behind them in a packet: IP_MAXPACKET is 65535.</summary>
    private const int LongestData = ushort.MaxValue - HeadersLength;

    private readonly SocketLayer _sockets;
    private readonly UdpDelivery _delivery;

    public Udp(PcbTable table, Interfaces interfaces, PortVariables ports, SocketLayer sockets, Clock clock)
        : base(table, interfaces, ports)
    {
        _sockets = sockets;
        _delivery = new UdpDelivery(table, interfaces, sockets, new ReceivedControl(interfaces, clock), Statistics);
    }

    /// <summary>net.inet.udp.stats.</summary>
    public UdpStatistics Statistics { get; } = new();

    public override Protocol Number => Protocol.Udp;

    public override SocketType Type => SocketType.SOCK_DGRAM;

    public override bool CarriesDatagrams => true;

    protected override BufferSizes InitialSizes => BufferSizes.Of(SendSpace, _sockets.UdpReceiveSpace);

    public override Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic)
    {
        Errno error = Connection.Connect(socket.Pcb!, socket.CoerceRemote(name), caller.Credentials);
        if (error == Errno.None)
        {
            _sockets.SetConnected(socket);
        }

        return error;
    }

    public override Errno Disconnect(Socket socket)
    {
        Connection.Disconnect(socket.Pcb!, Ipv4.Any);
        socket.IsConnected = false;
        return Errno.None;
    }

    /// <summary>Nothing is made of control data, and urgent data is like any other.</summary>
    public override Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic) =>
        message.Data.Length > LongestData ? Errno.EMSGSIZE
        : message.Name is not { } destination ? Output(socket.Pcb!, message.Data, ref traffic)
        : socket.IsConnected ? Errno.EISCONN
        : SendTo(socket, message.Data, destination, caller.Credentials, ref traffic);

    public override Errno Shutdown(Socket socket)
    {
        _sockets.EndSending(socket);
        return Errno.None;
    }

    /// <summary>udp_input: receives a datagram from another host or from this one.</summary>
    /// <param name="source">The sender.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="data">The datagram.</param>
    /// <param name="traffic">Takes note of the receiver.</param>
    /// <param name="card">The interface on which it arrives; negative if there is none.</param>
    /// <param name="checksum">Its checksum; 0 if there is none, or it is this host's own.</param>
    /// <returns>ECONNREFUSED if ICMP port unreachable must be sent.</returns>
    public Errno Input(
        Endpoint source, Endpoint destination, Data data, ref Traffic traffic, int card = -1, ushort checksum = 0) =>
        Takes(checksum, source, destination, data)
            ? InputToOne(source, destination, data, ref traffic, card)
            : Errno.None;

    /// <summary>
    /// ip_input and udp_input for a multicast or broadcast address. A broadcast address of another interface than the
    /// one on which the datagram arrives is like any address of this host.
    /// </summary>
    /// <param name="card">The interface on which it arrives; negative if the host has none to the outside.</param>
    /// <param name="source">The sender.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="data">The datagram.</param>
    /// <param name="traffic">Takes note of the receivers.</param>
    /// <param name="checksum">Its checksum; 0 if there is none, or it is this host's own.</param>
    public Errno InputShared(
        int card, Endpoint source, Endpoint destination, Data data, ref Traffic traffic, ushort checksum = 0)
    {
        if (card < 0 || !Interfaces.Accepts(destination.Address, card)
            || !Takes(checksum, source, destination, data))
        {
            return Errno.None;
        }

        if (!_delivery.IsForMany(destination.Address, card))
        {
            return InputToOne(source, destination, data, ref traffic, card);
        }

        _delivery.DeliverToMany(card, source, destination, data, ref traffic);
        return Errno.None;
    }

    /// <summary>The beginning of udp_input: counts a datagram, and drops it if its checksum is wrong.</summary>
    private bool Takes(ushort checksum, Endpoint source, Endpoint destination, Data data)
    {
        Statistics.Count(UdpCounter.Arrived);
        if (UdpChecksum.Accepts(checksum, source, destination, data))
        {
            return true;
        }

        Statistics.Count(UdpCounter.WrongChecksum);
        return false;
    }

    private Errno InputToOne(Endpoint source, Endpoint destination, Data data, ref Traffic traffic, int card)
    {
        if (Table.LookupHash(source, destination, wildcard: true) is not { } pcb)
        {
            Statistics.Count(UdpCounter.NoPort);
            return Errno.ECONNREFUSED;
        }

        traffic.Receiver = _delivery.TryDeliver(pcb, source, destination, card, data) ? pcb.Socket : null;
        return Errno.None;
    }

    /// <summary>Connects for the duration of one datagram: udp_output with an address.</summary>
    private Errno SendTo(
        Socket socket, Data data, in SocketAddress name, in Credentials caller, ref Traffic traffic)
    {
        Pcb pcb = socket.Pcb!;
        Ipv4 before = pcb.Local.Address;
        Errno error = Connection.Connect(pcb, socket.CoerceRemote(name), caller);
        if (error != Errno.None)
        {
            return error;
        }

        var packet = new Packet(Number, pcb.Local, pcb.Foreign);
        error = Emit(pcb, packet, data.Length, ref traffic, out int? copyOn);
        Connection.Disconnect(pcb, before);
        Deliver(packet, pcb.IsDirect, copyOn, data, ref traffic);
        return error;
    }

    private Errno Output(Pcb pcb, Data data, ref Traffic traffic)
    {
        var packet = new Packet(Number, pcb.Local, pcb.Foreign);
        Errno error = Emit(pcb, packet, data.Length, ref traffic, out int? copyOn);
        Deliver(packet, pcb.IsDirect, copyOn, data, ref traffic);
        return error;
    }

    /// <summary>Passes a datagram to ip_output, which counts, whatever becomes of it there.</summary>
    /// <param name="pcb">The sender, with its foreign end.</param>
    /// <param name="packet">The datagram.</param>
    /// <param name="length">The length of its data, in bytes.</param>
    /// <param name="traffic">Takes note of it if it leaves.</param>
    /// <param name="copyOn">The interface on which a multicast or broadcast datagram comes back; null if none.</param>
    private Errno Emit(Pcb pcb, Packet packet, int length, ref Traffic traffic, out int? copyOn)
    {
        Statistics.Count(UdpCounter.Departed);
        if (pcb.Foreign.Address.IsMulticast)
        {
            Errno unreachable = MulticastOutput.Route(Interfaces, pcb, pcb.Foreign.Address, out MulticastRoute way);
            if (way.Leaves)
            {
                unreachable = Interfaces.CheckLink(pcb.Foreign.Address, way.Card, pcb.IsDirect);
            }

            traffic.Sent = way.Leaves && unreachable == Errno.None ? packet : null;
            copyOn = way.CopyOn;
            return unreachable;
        }

        copyOn = null;
        bool mayBroadcast = (pcb.Socket.Options & SocketOptions.Broadcast) != 0;
        Errno error = Interfaces.Send(
            pcb.Foreign.Address, mayBroadcast, pcb.IsDirect, HeadersLength + length, out bool leaves);
        if (leaves)
        {
            traffic.Sent = packet;
            copyOn = mayBroadcast ? Interfaces.BroadcastInterface(pcb.Foreign.Address, pcb.IsDirect) : null;
        }

        return error;
    }

    /// <summary>
    /// Delivers a datagram for this host, or a copy of one for many, after the sender is done, as the network's soft
    /// interrupt would. What leaves over a loopback interface comes back: it may be a broadcast of another one.
    /// </summary>
    private void Deliver(Packet packet, bool isDirect, int? copyOn, Data data, ref Traffic traffic)
    {
        if (copyOn is { } card)
        {
            InputShared(card, packet.Source, packet.Destination, data, ref traffic);
            return;
        }

        Ipv4 destination = packet.Destination.Address;
        bool isOwn = Interfaces.IsOwn(destination);
        if (traffic.Sent is null)
        {
            return;
        }

        int arrival = isDirect || !isOwn ? Interfaces.OutputTo(destination, isDirect) : -1;
        if (!isOwn && !(Interfaces.IsLoopback(arrival) && Interfaces.TakesBroadcast(destination)))
        {
            return;
        }

        if (Input(packet.Source, packet.Destination, data, ref traffic, arrival) != Errno.None)
        {
            Table.Notify(foreign: packet.Destination, local: packet.Source, _sockets, Errno.ECONNREFUSED);
        }
    }
}
