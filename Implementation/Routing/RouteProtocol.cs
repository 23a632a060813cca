using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Inet;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Routing;

/// <summary>
/// Routing sockets: rtsock.c, raw_usrreq.c and raw_cb.c (S9). They have no addresses, and are connected from the start.
/// </summary>
internal sealed class RouteProtocol(PcbTable table, SocketLayer sockets) : ITransport
{
    /// <summary>RAWSNDQ and RAWRCVQ.</summary>
    private const int Space = 8192;

    /// <summary>The length of route_src, the sender of every message.</summary>
    private const int SenderLength = 2;

    /// <summary>route_proto: a message without a destination is of the family of the last one.</summary>
    public ushort LastFamily { get; private set; }

    public PcbTable Table => table;

    /// <summary>False while nobody listens: route_cb.any_count.</summary>
    public bool HasListener => table.First is not null;

    public AddressFamily Family => AddressFamily.AF_ROUTE;

    public Protocol Number => Protocol.Default;

    public SocketType Type => SocketType.SOCK_RAW;

    public bool CarriesDatagrams => true;

    public bool CarriesBytes => false;

    public bool RefusesUrgentData => true;

    public Errno NoUrgentData => Errno.EOPNOTSUPP;

    /// <summary>Everybody may open one (D28). The number is the address family that it hears of, 0 for all.</summary>
    public Errno Attach(Socket socket, Protocol number, in Credentials caller)
    {
        if (table.Allocate(socket) is not { } pcb)
        {
            return Errno.ENOBUFS;
        }

        socket.Pcb = pcb;
        socket.Sizes = BufferSizes.Of(Space, Space);
        socket.Options |= SocketOptions.UseLoopback;
        pcb.Number = (Protocol)(ushort)number;
        sockets.SetConnected(socket);
        return Errno.None;
    }

    public void Detach(Socket socket)
    {
        Pcb pcb = socket.Pcb!;
        socket.Pcb = null;
        table.Free(pcb);
    }

    /// <summary>For ever: nothing connects it again.</summary>
    public Errno Disconnect(Socket socket)
    {
        sockets.SetDisconnected(socket);
        return Errno.None;
    }

    public Errno Listen(Socket socket, in Credentials caller) => Errno.EOPNOTSUPP;

    /// <summary>What is sent needs the process that sends it: <see cref="RouteRequests"/>.</summary>
    public Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic) =>
        Errno.EOPNOTSUPP;

    public Errno Shutdown(Socket socket)
    {
        sockets.EndSending(socket);
        return Errno.None;
    }

    public void HaveRead(Socket socket, int count)
    {
    }

    public Errno SetPortRange(Socket socket, int value) => Errno.ENOPROTOOPT;

    public Errno GetPortRange(Socket socket, out int value)
    {
        value = 0;
        return Errno.ENOPROTOOPT;
    }

    /// <summary>raw_usockaddr.</summary>
    public Errno LocalName(Socket socket, out SocketName name)
    {
        name = default;
        return Errno.EINVAL;
    }

    /// <summary>raw_upeeraddr: an address of two bytes, which says nothing.</summary>
    public Errno PeerName(Socket socket, out SocketName name)
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
        for (Pcb? pcb = table.First; pcb is not null; pcb = pcb.NextOfProtocol)
        {
            bool hears = pcb.Number == Protocol.Default || (ushort)pcb.Number == LastFamily;
            if (hears && !ReferenceEquals(pcb.Socket, deaf)
                && sockets.TryDeliverMessage(pcb.Socket, path: null, SenderLength, message, default))
            {
                traffic.AddReceiver(pcb.Socket);
            }
        }
    }
}
