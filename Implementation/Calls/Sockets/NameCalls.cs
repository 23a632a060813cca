using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>bind(2), getsockname(2) and getpeername(2).</summary>
internal static class NameCalls
{
    public static Outcome Bind(Process caller, Socket socket, in SocketAddress name)
    {
        Errno error = AddressArgument.Check(name);
        return Replies.Of(error == Errno.None ? socket.Transport.Bind(socket, name, caller.Credentials) : error);
    }

    public static Outcome GetSockName(Socket socket)
    {
        Errno error = socket.Transport.LocalName(socket, out Endpoint? name);
        return Replies.Of(error, name);
    }

    public static Outcome GetPeerName(Socket socket)
    {
        if (!socket.IsConnected)
        {
            return Outcome.Failed(Errno.ENOTCONN);
        }

        Errno error = socket.Transport.PeerName(socket, out Endpoint? name);
        return Replies.Of(error, name);
    }
}
