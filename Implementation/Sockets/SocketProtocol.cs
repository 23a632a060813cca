using Verify.Abi;
using Verify.Implementation.Identity;

namespace Verify.Implementation.Sockets;

/// <summary>
/// A protocol as its domain's switch has it: struct protosw, with its entry points, struct pr_usrreqs (S7). Addresses
/// are passed as values. What a protocol does not have answers as pru_*_notsupp does.
/// </summary>
internal abstract class SocketProtocol
{
    private const PollEvents Reading = PollEvents.POLLIN | PollEvents.POLLRDNORM;

    public abstract AddressFamily Family { get; }

    /// <summary>pr_protocol.</summary>
    public abstract Protocol Number { get; }

    /// <summary>The type of its sockets: pr_type.</summary>
    public abstract SocketType Type { get; }

    /// <summary>PR_ATOMIC: each receive returns one datagram with its sender.</summary>
    public abstract bool CarriesDatagrams { get; }

    /// <summary>True if receives return the bytes of a stream.</summary>
    public abstract bool CarriesBytes { get; }

    /// <summary>Attaches a protocol control block to the socket: ENOBUFS if no memory is left.</summary>
    /// <param name="socket">The new socket.</param>
    /// <param name="number">The number that the caller asks for, which only raw protocols look at.</param>
    /// <param name="owner">The owner of the socket: of a connection nobody calls.</param>
    public abstract Errno Attach(Socket socket, Protocol number, in Credentials owner);

    /// <summary>Detaches and frees the control block; a peer is notified.</summary>
    public abstract void Detach(Socket socket);

    /// <summary>True if the control block is gone, although the socket is open.</summary>
    public virtual bool IsDetached(Socket socket) => false;

    /// <summary>Ends a connection that nobody has accepted, and never will. To close one is as abrupt here.</summary>
    public virtual void Abort(Socket socket) => Detach(socket);

    public virtual Errno Bind(Socket socket, in SocketAddress name, ICaller caller) => Errno.EOPNOTSUPP;

    public virtual Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic) =>
        Errno.EOPNOTSUPP;

    /// <summary>Connects two new sockets to each other: pru_connect2.</summary>
    public virtual Errno Join(Socket first, Socket second) => Errno.EOPNOTSUPP;

    /// <summary>Dissolves an association. A stream stays connected until it is closed.</summary>
    public virtual Errno Disconnect(Socket socket) => Errno.EOPNOTSUPP;

    /// <summary>Prepares the socket for listening; the socket layer keeps the queue.</summary>
    public virtual Errno Listen(Socket socket, ICaller caller) => Errno.EOPNOTSUPP;

    /// <summary>The name of the other end of a connection that is accepted.</summary>
    public virtual Errno Accept(Socket socket, out SocketName peer) => NoName(out peer);

    public virtual Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic) =>
        Errno.EOPNOTSUPP;

    /// <summary>Tells a stream that bytes were read: pru_rcvd.</summary>
    public virtual void HaveRead(Socket socket, int count)
    {
    }

    /// <summary>Receives urgent data, which never comes: pru_rcvoob.</summary>
    public virtual Errno ReceiveUrgent(Socket socket) => Errno.EOPNOTSUPP;

    /// <summary>Ends sending.</summary>
    public virtual Errno Shutdown(Socket socket) => Errno.EOPNOTSUPP;

    /// <summary>An ioctl(2) on an interface that is about addresses.</summary>
    public virtual Outcome Control(Call.OnInterface call, ICaller caller, ref Traffic traffic) =>
        Outcome.Failed(Errno.EOPNOTSUPP);

    /// <summary>The name of the socket: pru_sockaddr.</summary>
    public virtual Errno LocalName(Socket socket, out SocketName name) => NoName(out name);

    /// <summary>The name of what it is connected to: pru_peeraddr.</summary>
    public virtual Errno PeerName(Socket socket, out SocketName name) => NoName(out name);

    /// <summary>What a socket is ready for: sopoll. There is never urgent data.</summary>
    public virtual PollEvents Poll(Socket socket, PollEvents events) =>
        (socket.IsReadable ? events & Reading : PollEvents.None)
        | (socket.IsWriteable ? events & PollEvents.POLLOUT : PollEvents.None);

    /// <summary>Sets IP_PORTRANGE: pr_ctloutput.</summary>
    public virtual Errno SetPortRange(Socket socket, int value) => Errno.ENOPROTOOPT;

    public virtual Errno GetPortRange(Socket socket, out int value)
    {
        value = 0;
        return Errno.ENOPROTOOPT;
    }

    private static Errno NoName(out SocketName name)
    {
        name = default;
        return Errno.EOPNOTSUPP;
    }
}
