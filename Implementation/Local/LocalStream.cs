using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Streams of the local domain. Bytes go straight into the receiver's buffer, and what it has not read is missing from
/// the space of the sender.
/// </summary>
internal sealed class LocalStream(SocketLayer sockets, LocalNames names, RightsCalls rights)
    : LocalProtocol(sockets, names, rights)
{
    /// <summary>PIPSIZ.</summary>
    private const int Space = 8192;

    public override bool CarriesDatagrams => false;

    public override bool CarriesBytes => true;

    protected override BufferSizes InitialSizes => BufferSizes.Of(Space, Space);

    public override Errno Join(Socket first, Socket second)
    {
        (first.Peer, second.Peer) = (second, first);
        Sockets.SetConnected(first);
        Sockets.SetConnected(second);
        return Errno.None;
    }

    /// <summary>
    /// Connects to a new socket in the queue of a listening one, which has the listening one's name but the owner of
    /// this one: ECONNREFUSED if it does not listen, or has no room.
    /// </summary>
    protected override Errno Connect(Socket socket, Socket target, in Credentials caller)
    {
        if (!target.IsListening || Sockets.CreateConnection(target, caller) is not { } connection)
        {
            return Errno.ECONNREFUSED;
        }

        connection.Name = target.Name;
        Join(socket, connection);
        Sockets.Announce(target);
        return Errno.None;
    }

    /// <summary>The readers wake up even if there is nothing to read. The address is not looked at.</summary>
    protected override Errno Send(Socket socket, in Message message, in Attachment attached, ICaller caller)
    {
        if (!attached.IsEmpty)
        {
            return SendMessage(socket, message.Data, attached);
        }

        socket.Sizes.TakeSendSpace(message.Data.Length);
        Sockets.Append(socket.Peer!, message.Data);
        return Errno.None;
    }

    /// <summary>
    /// Sends a message with control data, which begins a record. If the receiver has no room for it, FreeBSD 4.0 loses
    /// it and reports success (D46).
    /// </summary>
    private Errno SendMessage(Socket socket, Data data, in Attachment attached)
    {
        if (!Sockets.TryDeliverMessage(socket.Peer!, path: null, senderLength: 0, data, attached))
        {
            return Errno.ENOBUFS;
        }

        socket.Sizes.TakeSendSpace(data.Length + attached.Control.Length);
        return Errno.None;
    }

    /// <summary>The peer receives what was sent, and then the end: unp_shutdown.</summary>
    public override Errno Shutdown(Socket socket)
    {
        base.Shutdown(socket);
        if (socket.Peer is { } peer)
        {
            Sockets.EndArrivals(peer);
        }

        return Errno.None;
    }

    /// <summary>Gives the sender its space back, and wakes it: uipc_rcvd.</summary>
    public override void HaveRead(Socket socket, int count)
    {
        if (socket.Peer is { } sender)
        {
            sender.Sizes.ReturnSendSpace(count);
            Sockets.WakeSenders(sender);
        }
    }

    /// <summary>Both are disconnected for ever; what was sent can still be read: unp_disconnect.</summary>
    protected override void Leave(Socket closed)
    {
        if (closed.Peer is { } peer)
        {
            (closed.Peer, peer.Peer) = (null, null);
            Sockets.SetDisconnected(closed);
            Sockets.SetDisconnected(peer);
        }
    }
}
