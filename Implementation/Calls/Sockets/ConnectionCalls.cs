using Verify.Abi;
using Verify.Implementation.Identity;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>connect(2) and listen(2).</summary>
internal sealed class ConnectionCalls(SocketLayer sockets, ReceiverNames names)
{
    public Outcome Connect(Process caller, Socket socket, in SocketAddress name)
    {
        Traffic traffic = default;
        Errno error = AddressArgument.Check(name);
        if (error == Errno.None)
        {
            error = Connect(socket, name, caller.Credentials, ref traffic);
        }

        return names.Describe(error, value: 0, traffic);
    }

    public Outcome Listen(Process caller, Socket socket, int backlog)
    {
        Errno error = socket.Transport.Listen(socket, caller.Credentials);
        if (error == Errno.None)
        {
            sockets.Listen(socket, backlog);
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// soconnect: a connected datagram socket is disconnected first, and stays so if the call fails. If the connect
    /// succeeds, a pending error is returned.
    /// </summary>
    private static Errno Connect(
        Socket socket, in SocketAddress name, in Credentials caller, ref Traffic traffic)
    {
        if (socket.IsListening)
        {
            return Errno.EOPNOTSUPP;
        }

        if (socket.IsConnected && socket.Transport.Disconnect(socket) != Errno.None)
        {
            return Errno.EISCONN;
        }

        Errno error = socket.Transport.Connect(socket, name, caller, ref traffic);
        return error == Errno.None ? socket.TakePendingError() : error;
    }
}
