using Verify.Abi;
using Verify.Implementation.Inet;
using Verify.Implementation.Local;
using Verify.Implementation.Primitives;
using Verify.Implementation.Processes;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>bind(2), getsockname(2) and getpeername(2). A routing socket has no name: EINVAL.</summary>
internal sealed class NameCalls(LocalNames locals)
{
    public Outcome Bind(Process caller, Socket socket, in SocketAddress name)
    {
        Errno error = AddressArgument.Check(name);
        return Replies.Of(
            error != Errno.None ? error
            : socket.Protocol is InetProtocol inet ? inet.Bind(socket, name, caller.Credentials)
            : socket.Protocol is LocalProtocol ? locals.Bind(caller, socket, name)
            : Errno.EINVAL);
    }

    public static Outcome GetSockName(Socket socket)
    {
        Errno error = socket.Transport.LocalName(socket, out SocketName name);
        return Of(error, name);
    }

    public static Outcome GetPeerName(Socket socket)
    {
        if (!socket.IsConnected)
        {
            return Outcome.Failed(Errno.ENOTCONN);
        }

        Errno error = socket.Transport.PeerName(socket, out SocketName name);
        return Of(error, name);
    }

    private static Outcome Of(Errno error, in SocketName name) =>
        error != Errno.None ? Outcome.Failed(error)
        : name.End is { } end ? Outcome.Named(end)
        : Outcome.Returned(0, name.Path);
}
