using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>Datagrams of the local domain. Sending never sleeps: what does not fit is refused.</summary>
internal sealed class LocalDatagram(SocketLayer sockets) : LocalProtocol(sockets)
{
    /// <summary>unpdg_sendspace, the largest datagram.</summary>
    private const int SendSpace = 2048;

    /// <summary>unpdg_recvspace.</summary>
    private const int ReceiveSpace = 4096;

    public override bool CarriesDatagrams => true;

    public override bool CarriesBytes => false;

    protected override BufferSizes InitialSizes => BufferSizes.Of(SendSpace, ReceiveSpace);

    /// <summary>The connect that asks for it will fail, and nothing changes.</summary>
    public override Errno Disconnect(Socket socket) => Errno.None;

    public override Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic) =>
        socket.Peer is not { } peer ? Errno.EOPNOTSUPP
        : name is not null ? Errno.EISCONN
        : Sockets.TryDeliver(peer, Endpoint.None, data) ? Errno.None
        : Errno.ENOBUFS;

    public override void HaveRead(Socket socket, int count)
    {
    }

    /// <summary>
    /// The peer gets an error once: unp_drop. FreeBSD 4.0 leaves those asleep who wait for its next datagram (D31).
    /// </summary>
    protected override void Leave(Socket closed, Socket peer)
    {
        closed.IsConnected = false;
        peer.IsConnected = false;
        Sockets.Report(peer, Errno.ECONNRESET);
    }
}
