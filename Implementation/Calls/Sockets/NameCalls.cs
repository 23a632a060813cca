using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>bind(2), getsockname(2) and getpeername(2). A routing socket has no name: EINVAL.</summary>
internal static class NameCalls
{
    public static Outcome Bind(Process caller, Socket socket, in SocketAddress name)
    {
        Errno error = AddressArgument.Check(name);
        return Replies.Of(error == Errno.None ? socket.Protocol.Bind(socket, name, caller) : error);
    }

    /// <summary>The protocol is not asked about a socket that it has let go of: D30, G7.</summary>
    public static Outcome GetSockName(Socket socket)
    {
        if (socket.Protocol.IsDetached(socket))
        {
            return Outcome.Failed(Errno.EINVAL);
        }

        Errno error = socket.Protocol.LocalName(socket, out SocketName name);
        return Of(error, name);
    }

    /// <summary>A connected socket has its control block.</summary>
    public static Outcome GetPeerName(Socket socket)
    {
        if (!socket.IsConnected)
        {
            return Outcome.Failed(Errno.ENOTCONN);
        }

        Errno error = socket.Protocol.PeerName(socket, out SocketName name);
        return Of(error, name);
    }

    private static Outcome Of(Errno error, in SocketName name) =>
        error != Errno.None ? Outcome.Failed(error)
        : name.End is { } end ? Outcome.Named(end)
        : Outcome.Returned(0, name.Path);
}
