using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Local;

/// <summary>
/// Streams of the local domain. Bytes go straight into the receiver's buffer, and what it has not read is missing from
/// the space of the sender.
/// </summary>
internal sealed class LocalStream(SocketLayer sockets) : LocalProtocol(sockets)
{
    /// <summary>PIPSIZ.</summary>
    private const int Space = 8192;

    public override bool CarriesDatagrams => false;

    public override bool CarriesBytes => true;

    protected override BufferSizes InitialSizes => BufferSizes.Of(Space, Space);

    /// <summary>A stream stays connected until it is closed.</summary>
    public override Errno Disconnect(Socket socket) => Errno.EOPNOTSUPP;

    /// <summary>The readers wake up even if there is nothing to read. The address is not looked at.</summary>
    public override Errno Send(
        Socket socket, Data data, in SocketAddress? name, in Credentials caller, ref Traffic traffic)
    {
        socket.Sizes.TakeSendSpace(data.Length);
        Sockets.Append(socket.Peer!, data);
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
    protected override void Leave(Socket closed, Socket peer)
    {
        Sockets.SetDisconnected(closed);
        Sockets.SetDisconnected(peer);
    }
}
