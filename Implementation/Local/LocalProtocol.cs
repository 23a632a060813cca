using Verify.Abi;
using Verify.Implementation.Files;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Sockets of the local domain: uipc_usrreq.c. Their names are nodes of the file system, which are looked up before
/// anything here is called (S9).
/// </summary>
internal abstract class LocalProtocol(SocketLayer sockets) : ITransport
{
    /// <summary>The length of sun_noname, the address of a socket without a name, in bytes.</summary>
    protected const int NoNameLength = 16;

    public AddressFamily Family => AddressFamily.AF_LOCAL;

    public Protocol Number => Protocol.Default;

    public SocketType Type => CarriesBytes ? SocketType.SOCK_STREAM : SocketType.SOCK_DGRAM;

    public abstract bool CarriesDatagrams { get; }

    public abstract bool CarriesBytes { get; }

    public bool RefusesUrgentData => true;

    public Errno NoUrgentData => Errno.EOPNOTSUPP;

    /// <summary>The buffer sizes of a new socket.</summary>
    protected abstract BufferSizes InitialSizes { get; }

    protected SocketLayer Sockets { get; } = sockets;

    public Errno Attach(Socket socket, Protocol number, in Credentials caller)
    {
        socket.Sizes = InitialSizes;
        return Errno.None;
    }

    /// <summary>Connects two new sockets to each other: socketpair(2).</summary>
    public abstract void Join(Socket first, Socket second);

    /// <summary>Lets go of the node, and of those that are connected: unp_detach.</summary>
    public void Detach(Socket socket)
    {
        if (socket.Node is { } node)
        {
            (node.Socket, socket.Node) = (null, null);
            Sockets.Files!.Release(node);
        }

        Leave(socket);
    }

    /// <summary>Gives a socket a name and the node for it: the end of unp_bind.</summary>
    public static void Bind(Socket socket, Node node, in SocketAddress name)
    {
        node.Socket = socket;
        socket.Node = NodeTable.Hold(node);
        socket.Name = name;
    }

    /// <summary>Connects to a socket of the same type: the end of unp_connect.</summary>
    public abstract Errno Connect(Socket socket, Socket target, in Credentials caller);

    public abstract Errno Disconnect(Socket socket);

    /// <summary>
    /// A socket without a node cannot listen, and no connection may: FreeBSD 4.0 allows that, and panics when somebody
    /// connects (D8).
    /// </summary>
    public Errno Listen(Socket socket, in Credentials caller) =>
        socket.Node is null || (CarriesBytes && socket.IsConnected) ? Errno.EINVAL : Errno.None;

    public abstract Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic);

    public virtual Errno Shutdown(Socket socket)
    {
        Sockets.EndSending(socket);
        return Errno.None;
    }

    public abstract void HaveRead(Socket socket, int count);

    public Errno SetPortRange(Socket socket, int value) => Errno.ENOPROTOOPT;

    public Errno GetPortRange(Socket socket, out int value)
    {
        value = 0;
        return Errno.ENOPROTOOPT;
    }

    /// <summary>uipc_sockaddr.</summary>
    public Errno LocalName(Socket socket, out SocketName name)
    {
        name = new SocketName(null, socket.Name?.LocalPath);
        return Errno.None;
    }

    /// <summary>uipc_peeraddr, and uipc_accept if it is still connected.</summary>
    public Errno PeerName(Socket socket, out SocketName name)
    {
        name = new SocketName(null, socket.Peer?.Name?.LocalPath);
        return Errno.None;
    }

    /// <summary>What becomes of a socket that is closed, and of those that are connected to it.</summary>
    protected abstract void Leave(Socket closed);
}
