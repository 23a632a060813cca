using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>UDP: udp_usrreq.c.</summary>
internal sealed class Udp(PcbTable table, Interfaces interfaces, PortVariables ports, SocketLayer sockets)
    : InetProtocol(table, interfaces, ports)
{
    /// <summary>net.inet.udp.maxdgram.</summary>
    private const int SendSpace = 9216;

    public override Protocol Number => Protocol.Udp;

    public override bool CarriesDatagrams => true;

    protected override BufferSizes InitialSizes => BufferSizes.Of(SendSpace, sockets.UdpReceiveSpace);

    public override Errno Connect(
        Socket socket, in SocketAddress name, in Credentials caller, ref Traffic traffic)
    {
        Errno error = Connection.Connect(socket.Pcb!, socket.CoerceRemote(name), caller);
        if (error == Errno.None)
        {
            sockets.SetConnected(socket);
        }

        return error;
    }

    public override Errno Disconnect(Socket socket)
    {
        Connection.Disconnect(socket.Pcb!, Ipv4.Any);
        socket.IsConnected = false;
        return Errno.None;
    }

    public override Errno Listen(Socket socket, in Credentials caller) => Errno.EOPNOTSUPP;

    public override Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic)
    {
        if (name is not { } destination)
        {
            return Output(socket.Pcb!, data, ref traffic);
        }

        return socket.IsConnected ? Errno.EISCONN : SendTo(socket, data, destination, caller, ref traffic);
    }

    /// <summary>udp_input: receives a datagram from another host or from this one.</summary>
    /// <returns>ECONNREFUSED if ICMP port unreachable must be sent.</returns>
    public Errno Input(Endpoint source, Endpoint destination, Data data, ref Traffic traffic)
    {
        if (Table.LookupHash(source, destination, wildcard: true) is not { } pcb)
        {
            return Errno.ECONNREFUSED;
        }

        traffic.Receiver = sockets.TryDeliver(pcb.Socket, source, data) ? pcb.Socket : null;
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

        error = Emit(pcb, ref traffic);
        Connection.Disconnect(pcb, before);
        Deliver(data, ref traffic);
        return error;
    }

    private Errno Output(Pcb pcb, Data data, ref Traffic traffic)
    {
        Errno error = Emit(pcb, ref traffic);
        Deliver(data, ref traffic);
        return error;
    }

    /// <summary>Passes a datagram to ip_output.</summary>
    private Errno Emit(Pcb pcb, ref Traffic traffic)
    {
        bool mayBroadcast = (pcb.Socket.Options & SocketOptions.Broadcast) != 0;
        Errno error = Interfaces.CheckOutput(pcb.Foreign.Address, mayBroadcast);
        if (error == Errno.None)
        {
            traffic.Sent = new Packet(Number, pcb.Local, pcb.Foreign);
        }

        return error;
    }

    /// <summary>
    /// Delivers a datagram for this host after the sender is done, as the network's soft interrupt would.
    /// </summary>
    private void Deliver(Data data, ref Traffic traffic)
    {
        if (traffic.Sent is not { } packet || !Interfaces.IsOwn(packet.Destination.Address))
        {
            return;
        }

        if (Input(packet.Source, packet.Destination, data, ref traffic) != Errno.None)
        {
            Table.Notify(foreign: packet.Destination, local: packet.Source, sockets, Errno.ECONNREFUSED);
        }
    }
}
