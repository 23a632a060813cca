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

    /// <summary>MLEN: sbappendaddr takes no longer name of a sender.</summary>
    private const int MostNameLength = 108;

    public override bool CarriesDatagrams => true;

    public override bool CarriesBytes => false;

    protected override BufferSizes InitialSizes => BufferSizes.Of(SendSpace, ReceiveSpace);

    public override void Join(Socket first, Socket second)
    {
        Connect(first, second);
        Connect(second, first);
    }

    /// <summary>The target, which may be the socket itself, does not notice: unp_connect2.</summary>
    public override Errno Connect(Socket socket, Socket target, in Credentials caller)
    {
        Connect(socket, target);
        return Errno.None;
    }

    /// <summary>unp_disconnect.</summary>
    public override Errno Disconnect(Socket socket)
    {
        if (socket.Peer is { } peer)
        {
            peer.Referrers.Remove(socket);
            socket.Peer = null;
            socket.IsConnected = false;
        }

        return Errno.None;
    }

    public override Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic) =>
        SendMessage(socket, data, default);

    /// <summary>Sends to the socket that this one is connected to: ENOTCONN, or ENOBUFS if there is no room.</summary>
    public Errno SendMessage(Socket socket, Data data, in Attachment attached)
    {
        int nameLength = socket.Name?.Length ?? NoNameLength;
        return socket.Peer is not { } peer ? Errno.ENOTCONN
            : nameLength <= MostNameLength
                && Sockets.TryDeliverMessage(peer, socket.Name?.LocalPath, nameLength, data, attached) ? Errno.None
            : Errno.ENOBUFS;
    }

    /// <summary>Connects for the duration of one datagram: uipc_send with an address.</summary>
    public Errno SendTo(Socket socket, Socket target, Data data, in Attachment attached)
    {
        Connect(socket, target);
        Errno error = SendMessage(socket, data, attached);
        Disconnect(socket);
        return error;
    }

    public override void HaveRead(Socket socket, int count)
    {
    }

    /// <summary>
    /// Those that are connected to it get an error once, the newest first: unp_drop. FreeBSD 4.0 leaves those asleep
    /// who wait for the next datagram there (D31).
    /// </summary>
    protected override void Leave(Socket closed)
    {
        Disconnect(closed);
        while (closed.Referrers.First is { } referrer)
        {
            Disconnect(referrer);
            Sockets.Report(referrer, Errno.ECONNRESET);
        }
    }

    private void Connect(Socket socket, Socket target)
    {
        socket.Peer = target;
        target.Referrers.InsertHead(socket);
        Sockets.SetConnected(socket);
    }
}
