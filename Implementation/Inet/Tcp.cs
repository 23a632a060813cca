using Verify.Abi;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Inet;

/// <summary>
/// TCP as far as addresses and ports are concerned: tcp_usrreq.c and tcp_input.c. The handshake completes within the
/// call that starts it; data transfer is left to S10.
/// </summary>
internal sealed partial class Tcp(PcbTable table, Interfaces interfaces, PortVariables ports, SocketLayer sockets)
    : InetProtocol(table, interfaces, ports)
{
    /// <summary>net.inet.tcp.sendspace and net.inet.tcp.recvspace.</summary>
    private const int Space = 16384;

    /// <summary>The length of a sockaddr_in up to the end of its address, in bytes.</summary>
    private const int LengthWithAddress = 8;

    /// <summary>False if other hosts accept every connection at once.</summary>
    public bool AnswersLater { get; init; }

    public override Protocol Number => Protocol.Tcp;

    public override SocketType Type => SocketType.SOCK_STREAM;

    public override bool CarriesDatagrams => false;

    protected override BufferSizes InitialSizes => BufferSizes.Of(Space, Space);

    /// <summary>
    /// Closes the connection at once. A peer on this host is reset, unless it is still in an accept queue: it stays
    /// there for accept(2).
    /// </summary>
    public override void Detach(Socket socket)
    {
        if (socket.Pcb is { } pcb)
        {
            (Endpoint local, Endpoint foreign) = (pcb.Local, pcb.Foreign);
            base.Detach(socket);
            if (!foreign.IsNone
                && Table.LookupHash(local, foreign, wildcard: false) is { Socket.Listener: null } peer)
            {
                Drop(peer.Socket);
            }
        }
    }

    public override Errno Bind(Socket socket, in SocketAddress name, ICaller caller) =>
        socket.Pcb is not null && IsMulticast(name) ? Errno.EAFNOSUPPORT : base.Bind(socket, name, caller);

    public override Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic)
    {
        if (socket.Pcb is not { } pcb)
        {
            return Errno.EINVAL;
        }

        if (IsMulticast(name))
        {
            return Errno.EAFNOSUPPORT;
        }

        Errno error = Binding.EnsureBound(pcb, caller.Credentials);
        if (error == Errno.None)
        {
            error = Connection.Connect(pcb, socket.CoerceRemote(name), caller.Credentials);
        }

        return error == Errno.None ? Open(socket, pcb, ref traffic) : error;
    }

    public override Errno Listen(Socket socket, ICaller caller) =>
        socket.Pcb is { Foreign.IsNone: true } pcb ? Binding.EnsureBound(pcb, caller.Credentials) : Errno.EINVAL;

    /// <summary>A connection that has ended in the queue has no name.</summary>
    public override Errno Accept(Socket socket, out SocketName peer)
    {
        peer = default;
        return socket.Pcb is null ? Errno.EINVAL : PeerName(socket, out peer);
    }

    public override Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic) =>
        message.Control.Length > 0 ? Errno.EINVAL : Errno.EOPNOTSUPP;

    public override Errno ReceiveUrgent(Socket socket) => Errno.EINVAL;

    /// <summary>tcp_input: the first segment of a connection from another host.</summary>
    public Errno Input(Endpoint source, Endpoint destination, ref Traffic traffic)
    {
        Errno error = Table.LookupHash(source, destination, wildcard: false) is null
            ? Accept(source, destination, ref traffic)
            : Errno.ETIMEDOUT;
        Announce(traffic);
        return error;
    }

    private static bool IsMulticast(in SocketAddress name) =>
        name.Length >= LengthWithAddress && name.Family == AddressFamily.AF_INET && name.Endpoint.Address.IsMulticast;

    /// <summary>
    /// Sends the first segment. Either the answer is left to the wire, or it comes now; then the socket is dropped if
    /// it is not a connection.
    /// </summary>
    private Errno Open(Socket socket, Pcb pcb, ref Traffic traffic)
    {
        Errno error = Interfaces.Send(
            pcb.Foreign.Address, mayBroadcast: false, pcb.IsDirect, length: 0, out bool leaves);
        if (error == Errno.None)
        {
            traffic.Sent = leaves ? new Packet(Number, pcb.Local, pcb.Foreign) : null;
            (pcb.IsFinSent, pcb.IsFinReceived) = (pcb.IsFinSent && pcb.IsSynSent, false);
            if (IsLost(pcb))
            {
                Drop(socket);
                return Errno.ETIMEDOUT;
            }

            if (AnswersLater && !Interfaces.IsOwn(pcb.Foreign.Address))
            {
                pcb.IsSynSent = true;
                socket.IsConnecting = true;
                return Errno.None;
            }

            error = CompleteHandshake(pcb.Local, pcb.Foreign, ref traffic);
        }

        if (error == Errno.None)
        {
            Establish(pcb);
            Announce(traffic);
        }
        else
        {
            Drop(socket);
        }

        return error;
    }

    /// <summary>The listening socket that has received something hears of it last.</summary>
    private void Announce(in Traffic traffic)
    {
        if (traffic.Receiver is { } listener)
        {
            sockets.Announce(listener);
        }
    }

    /// <summary>
    /// True for a segment that goes over a loopback interface to nobody.
    /// </summary>
    private bool IsLost(Pcb pcb) =>
        !Interfaces.IsOwn(pcb.Foreign.Address)
        && Interfaces.IsLoopback(Interfaces.OutputTo(pcb.Foreign.Address, pcb.IsDirect));

    /// <summary>
    /// The reply of the other end. Other hosts accept every connection, and a socket that connects to itself performs a
    /// simultaneous open.
    /// </summary>
    private Errno CompleteHandshake(Endpoint source, Endpoint destination, ref Traffic traffic) =>
        source == destination || !Interfaces.IsOwn(destination.Address)
            ? Errno.None
            : Accept(source, destination, ref traffic);

    /// <summary>
    /// A listening socket queues a new connection; a port without a socket refuses it; a full queue or a socket in
    /// TCPS_CLOSED does not answer.
    /// </summary>
    private Errno Accept(Endpoint source, Endpoint destination, ref Traffic traffic)
    {
        if (Table.LookupHash(source, destination, wildcard: true)?.Socket is not { } listener)
        {
            return Errno.ECONNREFUSED;
        }

        if (!listener.IsListening || sockets.CreateConnection(listener) is not { } connection)
        {
            return Errno.ETIMEDOUT;
        }

        Pcb pcb = connection.Pcb!;
        pcb.Local = destination;
        pcb.Foreign = source;
        Table.InsertHash(pcb);
        traffic.Receiver = listener;
        return Errno.None;
    }

    /// <summary>The other end has accepted. A FIN that has waited for this follows.</summary>
    private void Establish(Pcb pcb)
    {
        pcb.IsSynSent = false;
        sockets.SetConnected(pcb.Socket);
        if (pcb.IsFinSent)
        {
            SendFin(pcb);
        }
    }

    /// <summary>Drops a connection and leaves an error for the next call: tcp_drop.</summary>
    private void Drop(Socket socket, Errno error)
    {
        socket.PendingError = error;
        Drop(socket);
    }

    /// <summary>Drops a connection, established or not: tcp_close.</summary>
    private void Drop(Socket socket)
    {
        base.Detach(socket);
        sockets.SetDisconnected(socket);
    }
}
