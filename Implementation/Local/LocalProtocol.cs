using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Sockets of the local domain: uipc_usrreq.c. They come in pairs and have no names, because addresses in the file
/// system are left out: what needs one is EOPNOTSUPP.
/// </summary>
internal abstract class LocalProtocol(SocketLayer sockets) : ITransport
{
    public AddressFamily Family => AddressFamily.AF_LOCAL;

    public Protocol Number => Protocol.Default;

    public abstract bool CarriesDatagrams { get; }

    public abstract bool CarriesBytes { get; }

    public bool RefusesUrgentData => true;

    public Errno NoUrgentData => Errno.EOPNOTSUPP;

    /// <summary>The buffer sizes of a new socket.</summary>
    protected abstract BufferSizes InitialSizes { get; }

    protected SocketLayer Sockets { get; } = sockets;

    public Errno Attach(Socket socket, in Credentials caller)
    {
        socket.Sizes = InitialSizes;
        return Errno.None;
    }

    /// <summary>Connects two new sockets to each other: unp_connect2.</summary>
    public void Join(Socket first, Socket second)
    {
        (first.Peer, second.Peer) = (second, first);
        Sockets.SetConnected(first);
        Sockets.SetConnected(second);
    }

    public void Detach(Socket socket)
    {
        if (socket.Peer is { } peer)
        {
            (socket.Peer, peer.Peer) = (null, null);
            Leave(socket, peer);
        }
    }

    public Errno Bind(Socket socket, in SocketAddress name, in Credentials caller) => Errno.EOPNOTSUPP;

    public Errno Connect(Socket socket, in SocketAddress name, in Credentials caller, ref Traffic traffic) =>
        Errno.EOPNOTSUPP;

    public abstract Errno Disconnect(Socket socket);

    /// <summary>A socket without a name cannot listen.</summary>
    public Errno Listen(Socket socket, in Credentials caller) => Errno.EINVAL;

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

    public Errno LocalName(Socket socket, out Endpoint? name)
    {
        name = null;
        return Errno.None;
    }

    public Errno PeerName(Socket socket, out Endpoint? name)
    {
        name = null;
        return Errno.None;
    }

    /// <summary>What becomes of two sockets that were connected when the first one is closed.</summary>
    protected abstract void Leave(Socket closed, Socket peer);
}
