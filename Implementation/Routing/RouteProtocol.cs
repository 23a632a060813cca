using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>
/// Routing sockets: rtsock.c, raw_usrreq.c and raw_cb.c (S9). They have no addresses, and are connected from the start.
/// </summary>
internal sealed class RouteProtocol : SocketProtocol
{
    /// <summary>RAWSNDQ and RAWRCVQ.</summary>
    private const int Space = 8192;

    /// <summary>The length of route_src, the sender of every message.</summary>
    private const int SenderLength = 2;

    private readonly PcbTable _table;
    private readonly SocketLayer _sockets;
    private readonly RouteRequests _requests;

    public RouteProtocol(PcbTable table, SocketLayer sockets, Interfaces interfaces)
    {
        _table = table;
        _sockets = sockets;
        _requests = new RouteRequests(this, interfaces);
    }

    /// <summary>route_proto: a message without a destination is of the family of the last one.</summary>
    public ushort LastFamily { get; private set; }

    public PcbTable Table => _table;

    /// <summary>False while nobody listens: route_cb.any_count.</summary>
    public bool HasListener => _table.First is not null;

    public override AddressFamily Family => AddressFamily.AF_ROUTE;

    public override Protocol Number => Protocol.Default;

    public override SocketType Type => SocketType.SOCK_RAW;

    public override bool CarriesDatagrams => true;

    public override bool CarriesBytes => false;

    /// <summary>Everybody may open one (D28). The number is the address family that it hears of, 0 for all.</summary>
    public override Errno Attach(Socket socket, Protocol number, in Credentials owner)
    {
        if (_table.Allocate(socket) is not { } pcb)
        {
            return Errno.ENOBUFS;
        }

        socket.Pcb = pcb;
        socket.Sizes = BufferSizes.Of(Space, Space);
        socket.Options |= SocketOptions.UseLoopback;
        pcb.Number = (Protocol)(ushort)number;
        _sockets.SetConnected(socket);
        return Errno.None;
    }

    public override void Detach(Socket socket)
    {
        Pcb pcb = socket.Pcb!;
        socket.Pcb = null;
        _table.Free(pcb);
    }

    /// <summary>raw_ubind.</summary>
    public override Errno Bind(Socket socket, in SocketAddress name, ICaller caller) => Errno.EINVAL;

    /// <summary>raw_uconnect.</summary>
    public override Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic) =>
        Errno.EINVAL;

    /// <summary>For ever: nothing connects it again.</summary>
    public override Errno Disconnect(Socket socket)
    {
        _sockets.SetDisconnected(socket);
        return Errno.None;
    }

    public override Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic) =>
        _requests.Send(socket, message, caller, ref traffic);

    public override Errno Shutdown(Socket socket)
    {
        _sockets.EndSending(socket);
        return Errno.None;
    }

    /// <summary>raw_usockaddr.</summary>
    public override Errno LocalName(Socket socket, out SocketName name)
    {
        name = default;
        return Errno.EINVAL;
    }

    /// <summary>raw_upeeraddr: an address of two bytes, which says nothing.</summary>
    public override Errno PeerName(Socket socket, out SocketName name)
    {
        name = default;
        return Errno.None;
    }

    /// <summary>
    /// Delivers a message to all sockets that hear of its family, the newest first: raw_input. A full buffer drops it.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="family">The address family that it is about, null if that is not known.</param>
    /// <param name="deaf">A socket that does not want to hear itself, if there is one.</param>
    /// <param name="traffic">Takes note of the receivers.</param>
    public void Deliver(Data message, ushort? family, Socket? deaf, ref Traffic traffic)
    {
        LastFamily = family ?? LastFamily;
        for (Pcb? pcb = _table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            bool hears = pcb.Number == Protocol.Default || (ushort)pcb.Number == LastFamily;
            if (hears && !ReferenceEquals(pcb.Socket, deaf)
                && _sockets.TryDeliverMessage(pcb.Socket, path: null, SenderLength, message, default))
            {
                traffic.AddReceiver(pcb.Socket);
            }
        }
    }
}
