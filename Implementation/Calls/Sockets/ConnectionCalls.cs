using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Scheduling;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>connect(2) and listen(2).</summary>
internal sealed class ConnectionCalls(SocketLayer sockets, ReceiverNames names, Scheduler scheduler)
{
    /// <summary>
    /// EALREADY if a nonblocking socket is connecting already, the length of the address, then the errors of soconnect.
    /// Without an answer yet, a nonblocking socket goes on by itself.
    /// </summary>
    public Outcome Connect(Process caller, Socket socket, in SocketAddress name)
    {
        Errno error = socket.IsNonBlocking && socket.IsConnecting ? Errno.EALREADY : AddressArgument.Check(name);
        if (error != Errno.None)
        {
            return Outcome.Failed(error);
        }

        Traffic traffic = default;
        error = Connect(caller, socket, name, ref traffic);
        if (error != Errno.None)
        {
            socket.IsConnecting = false;
        }

        return names.Describe(
            error != Errno.None ? Outcome.Failed(error)
            : socket.IsNonBlocking && socket.IsConnecting ? Outcome.Failed(Errno.EINPROGRESS)
            : Await(caller, socket),
            traffic);
    }

    /// <summary>
    /// Sleeps until there is an answer, and returns the pending error. Nothing else is looked at, so a call that was
    /// woken may succeed without a connection.
    /// </summary>
    public Outcome Await(Process caller, Socket socket)
    {
        if (socket.IsConnecting && socket.PendingError == Errno.None)
        {
            return scheduler.Sleep(caller, new Channel(socket, Awaited.Connection), "connec");
        }

        socket.IsConnecting = false;
        return Replies.Of(socket.TakePendingError());
    }

    public Outcome Listen(Process caller, Socket socket, int backlog)
    {
        Errno error = socket.Protocol.Listen(socket, caller);
        if (error == Errno.None)
        {
            sockets.Listen(socket, backlog);
        }

        return Replies.Of(error);
    }

    /// <summary>
    /// soconnect: a connected datagram socket is disconnected first, and stays so if the call fails. So does a routing
    /// socket, which can be connected to nothing.
    /// </summary>
    private static Errno Connect(Process caller, Socket socket, in SocketAddress name, ref Traffic traffic)
    {
        if (socket.IsListening)
        {
            return Errno.EOPNOTSUPP;
        }

        bool isConnected = socket.IsConnected || socket.IsConnecting;
        return isConnected && socket.Protocol.Disconnect(socket) != Errno.None
            ? Errno.EISCONN
            : socket.Protocol.Connect(socket, name, caller, ref traffic);
    }
}
