using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>Datagrams of the local domain. Sending never sleeps: what does not fit is refused.</summary>
internal sealed class LocalDatagram(SocketLayer sockets, LocalNames names, RightsCalls rights)
    : LocalProtocol(sockets, names, rights)
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

    public override Errno Join(Socket first, Socket second)
    {
        Connect(first, second);
        Connect(second, first);
        return Errno.None;
    }

    /// <summary>The target, which may be the socket itself, does not notice: unp_connect2.</summary>
    protected override Errno Connect(Socket socket, Socket target, in Credentials caller)
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

    /// <summary>EISCONN if a connected socket is given a name, errors of the name, ENOTCONN without, ENOBUFS.</summary>
    protected override Errno Send(Socket socket, in Message message, in Attachment attached, ICaller caller)
    {
        if (message.Name is not { } name)
        {
            return SendMessage(socket, message.Data, attached);
        }

        Socket target = null!;
        Errno error = socket.Peer is not null ? Errno.EISCONN : FindNamed(socket, name, caller, out target);
        return error == Errno.None ? SendTo(socket, target, message.Data, attached) : error;
    }

    /// <summary>Sends to the socket that this one is connected to: ENOTCONN, or ENOBUFS if there is no room.</summary>
    private Errno SendMessage(Socket socket, Data data, in Attachment attached)
    {
        int nameLength = socket.Name?.Length ?? NoNameLength;
        return socket.Peer is not { } peer ? Errno.ENOTCONN
            : nameLength <= MostNameLength
                && Sockets.TryDeliverMessage(peer, socket.Name?.LocalPath, nameLength, data, attached) ? Errno.None
            : Errno.ENOBUFS;
    }

    /// <summary>Connects for the duration of one datagram: uipc_send with an address.</summary>
    private Errno SendTo(Socket socket, Socket target, Data data, in Attachment attached)
    {
        Connect(socket, target);
        Errno error = SendMessage(socket, data, attached);
        Disconnect(socket);
        return error;
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
