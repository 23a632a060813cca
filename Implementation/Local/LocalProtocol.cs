using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Sockets of the local domain: uipc_usrreq.c. Their names are nodes of the file system, and processes pass each
/// other descriptors in them (S9).
/// </summary>
/// <param name="sockets">The socket layer.</param>
/// <param name="names">What their names mean.</param>
/// <param name="rights">What they take of control data.</param>
internal abstract class LocalProtocol(SocketLayer sockets, LocalNames names, RightsCalls rights) : SocketProtocol
{
    /// <summary>The length of sun_noname, the address of a socket without a name, in bytes.</summary>
    protected const int NoNameLength = 16;

    public override AddressFamily Family => AddressFamily.AF_LOCAL;

    public override Protocol Number => Protocol.Default;

    public override SocketType Type => CarriesBytes ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;

    /// <summary>The buffer sizes of a new socket.</summary>
    protected abstract BufferSizes InitialSizes { get; }

    protected SocketLayer Sockets { get; } = sockets;

    public override Errno Attach(Socket socket, Protocol number, in Credentials owner)
    {
        socket.Sizes = InitialSizes;
        return Errno.None;
    }

    /// <summary>Lets go of the node, and of those that are connected: unp_detach.</summary>
    public override void Detach(Socket socket)
    {
        if (socket.Node is { } node)
        {
            (node.Socket, socket.Node) = (null, null);
            Sockets.Files!.Release(node);
        }

        Leave(socket);
    }

    public override Errno Bind(Socket socket, in SocketAddress name, ICaller caller) =>
        names.Bind((Process)caller, socket, name);

    public override Errno Connect(Socket socket, in SocketAddress name, ICaller caller, ref Traffic traffic)
    {
        Errno error = FindNamed(socket, name, caller, out Socket target);
        return error == Errno.None ? Connect(socket, target, caller.Credentials) : error;
    }

    /// <summary>Connects to a socket of the same type: the end of unp_connect.</summary>
    protected abstract Errno Connect(Socket socket, Socket target, in Credentials caller);

    /// <summary>The socket that has a name: the beginning of unp_connect.</summary>
    protected Errno FindNamed(Socket socket, in SocketAddress name, ICaller caller, out Socket target) =>
        names.Find((Process)caller, socket, name, out target);

    /// <summary>
    /// A socket without a node cannot listen, and no connection may: FreeBSD 4.0 allows that, and panics when somebody
    /// connects (D8).
    /// </summary>
    public override Errno Listen(Socket socket, ICaller caller) =>
        socket.Node is null || (CarriesBytes && socket.IsConnected) ? Errno.EINVAL : Errno.None;

    /// <summary>uipc_accept. The other end may have closed.</summary>
    public override Errno Accept(Socket socket, out SocketName peer) => PeerName(socket, out peer);

    /// <summary>Sends data, and what becomes of its control data: uipc_send. Urgent data is not supported.</summary>
    public override Errno Send(Socket socket, in Message message, ICaller caller, ref Traffic traffic)
    {
        Attachment attached = default;
        Errno error = message.IsUrgent ? Errno.EOPNOTSUPP
            : message.Control.Length == 0 ? Errno.None
            : rights.Internalize((Process)caller, message.Control, out attached);
        if (error == Errno.None)
        {
            error = Send(socket, message, attached, caller);
            if (error != Errno.None)
            {
                rights.Dispose(attached);
            }
        }

        return error;
    }

    public override Errno Shutdown(Socket socket)
    {
        Sockets.EndSending(socket);
        return Errno.None;
    }

    /// <summary>uipc_sockaddr.</summary>
    public override Errno LocalName(Socket socket, out SocketName name)
    {
        name = new SocketName(null, socket.Name?.LocalPath);
        return Errno.None;
    }

    /// <summary>uipc_peeraddr.</summary>
    public override Errno PeerName(Socket socket, out SocketName name)
    {
        name = new SocketName(null, socket.Peer?.Name?.LocalPath);
        return Errno.None;
    }

    protected abstract Errno Send(Socket socket, in Message message, in Attachment attached, ICaller caller);

    /// <summary>What becomes of a socket that is closed, and of those that are connected to it.</summary>
    protected abstract void Leave(Socket closed);
}
