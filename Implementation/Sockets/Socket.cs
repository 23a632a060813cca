using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;

namespace Verify.Implementation.Sockets;

/// <summary>A socket: FreeBSD's struct socket.</summary>
internal sealed class Socket : ZoneItem
{
    /// <summary>The datagrams queued.</summary>
    public ReceiveBuffer Received;

    /// <summary>The connections queued, if the socket listens.</summary>
    public AcceptQueue Waiting;

    /// <summary>Buffer sizes and low-water marks.</summary>
    public BufferSizes Sizes;

    /// <summary>The time to linger, and time-outs.</summary>
    public Timing Timing;

    /// <summary>The datagram sockets that are connected to this one: unp_refs.</summary>
    public IntrusiveList<Socket, InReferrers> Referrers;

    private Links<Socket> _inAcceptQueue;
    private Links<Socket> _inReferrers;
    private Links<Socket> _inOwned;

    public SocketProtocol Protocol { get; set; } = null!;

    /// <summary>
    /// The credentials of the creator, or for an incoming connection those of the listening socket. They determine the
    /// socket's prison (J2, D7). The caller of an operation may have other privileges.
    /// </summary>
    public Credentials Owner { get; set; }

    /// <summary>so_sigio: the receiver of SIGIO and SIGURG, set by <see cref="Sockets.SignalOwner.Set"/>.</summary>
    public SignalOwner? SignalOwner { get; set; }

    public SocketOptions Options { get; set; }

    /// <summary>The protocol control block; null after the protocol has dropped the connection.</summary>
    public Pcb? Pcb { get; set; }

    /// <summary>
    /// The socket of the local domain that it is connected to: unp_conn. Of a stream, that is connected to this one.
    /// </summary>
    public Socket? Peer { get; set; }

    /// <summary>The node in the file system that it is bound to, in the local domain: unp_vnode.</summary>
    public Node? Node { get; set; }

    /// <summary>
    /// Its name in the local domain: unp_addr. A connection has that of the listening socket, without its node.
    /// </summary>
    public SocketAddress? Name { get; set; }

    /// <summary>SS_ISCONNECTED: it has a foreign endpoint, or a peer.</summary>
    public bool IsConnected { get; set; }

    /// <summary>SS_ISCONNECTING: connect(2) waits for an answer, or did when the socket was nonblocking.</summary>
    public bool IsConnecting { get; set; }

    /// <summary>SS_CANTSENDMORE: it was shut down for sending, or disconnected for ever.</summary>
    public bool CannotSend { get; set; }

    /// <summary>SS_CANTRCVMORE: nothing more is coming, but what is queued can be received.</summary>
    public bool CannotReceive { get; set; }

    /// <summary>
    /// SB_LOCK of so_rcv, which others notice only while its holder sleeps: a receiver with MSG_WAITALL that has taken
    /// a part.
    /// </summary>
    public bool IsReceiveLocked { get; set; }

    /// <summary>SS_NBIO: its calls fail in place of sleeping.</summary>
    public bool IsNonBlocking { get; set; }

    /// <summary>SO_ACCEPTCONN: it listens.</summary>
    public bool IsListening { get; set; }

    /// <summary>The listening socket in whose queue it is; null once accepted.</summary>
    public Socket? Listener { get; set; }

    /// <summary>An asynchronous network error, returned by the next call.</summary>
    public Errno PendingError { get; set; }

    /// <summary>The next connection in the same queue.</summary>
    public Socket? NextWaiting => _inAcceptQueue.Next;

    /// <summary>The socket that was connected to the same one before it.</summary>
    public Socket? NextReferrer => _inReferrers.Next;

    /// <summary>The next socket with the same signal owner.</summary>
    public Socket? NextOwned => _inOwned.Next;

    /// <summary>soreadable. Addresses and control data in the buffer count.</summary>
    public bool IsReadable =>
        Received.Queued >= Sizes.ReceiveLow || CannotReceive || Waiting.First is not null
        || PendingError != Errno.None;

    /// <summary>sowriteable. Streams must be connected (PR_CONNREQUIRED).</summary>
    public bool IsWriteable =>
        (Sizes.Send >= Sizes.SendLow && (IsConnected || Protocol.Type != SocketType.SOCK_STREAM))
        || CannotSend || PendingError != Errno.None;

    /// <summary>Coerces a local address to the socket's prison (J2); false means EINVAL.</summary>
    public bool TryCoerceLocal(Ipv4 address, out Ipv4 coerced)
    {
        coerced = address;
        if (Owner.Prison is not { } prison)
        {
            return true;
        }

        bool allowed = PrisonAddress.TryCoerceLocal(prison.Address.Value, address.Value, out uint value);
        coerced = new Ipv4(value);
        return allowed;
    }

    /// <summary>Coerces a remote address as the socket's prison sees it (J2).</summary>
    public SocketAddress CoerceRemote(in SocketAddress name)
    {
        if (Owner.Prison is not { } prison)
        {
            return name;
        }

        uint coerced = PrisonAddress.CoerceRemote(prison.Address.Value, name.Endpoint.Address.Value);
        return name with { Endpoint = new Endpoint(new Ipv4(coerced), name.Endpoint.Port) };
    }

    /// <summary>Returns and clears the pending error.</summary>
    public Errno TakePendingError()
    {
        Errno error = PendingError;
        PendingError = Errno.None;
        return error;
    }

    internal override void Clear()
    {
        Waiting = default;
        Received = default;
        Sizes = default;
        Timing = default;
        Protocol = null!;
        Owner = default;
        SignalOwner = null;
        Options = SocketOptions.None;
        Pcb = null;
        Peer = null;
        Node = null;
        Name = null;
        IsConnected = false;
        IsListening = false;
        IsConnecting = false;
        CannotSend = false;
        CannotReceive = false;
        IsReceiveLocked = false;
        IsNonBlocking = false;
        Listener = null;
        PendingError = Errno.None;
    }

    internal readonly struct InReferrers : ILinksOf<Socket>
    {
        public static ref Links<Socket> Of(Socket item) => ref item._inReferrers;
    }

    internal readonly struct InAcceptQueue : ILinksOf<Socket>
    {
        public static ref Links<Socket> Of(Socket item) => ref item._inAcceptQueue;
    }

    internal readonly struct InOwned : ILinksOf<Socket>
    {
        public static ref Links<Socket> Of(Socket item) => ref item._inOwned;
    }
}
