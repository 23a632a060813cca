using Verify.Abi;
using Verify.Implementation.Kernel;

namespace Verify.Implementation.Sockets;

/// <summary>setsockopt(2) and getsockopt(2): sosetopt and sogetopt.</summary>
internal static class OptionCalls
{
    public static Outcome Set(Socket socket, SocketOption option, int value)
    {
        switch (option)
        {
            case SocketOption.SO_REUSEADDR or SocketOption.SO_REUSEPORT:
                var bit = (SocketOptions)option;
                socket.Options = value != 0 ? socket.Options | bit : socket.Options & ~bit;
                return Outcome.Ok;

            case SocketOption.IP_PORTRANGE:
                return Replies.Of(socket.Transport.SetPortRange(socket, value));

            default:
                return Outcome.Failed(Errno.ENOPROTOOPT);
        }
    }

    public static Outcome Get(Socket socket, SocketOption option)
    {
        switch (option)
        {
            case SocketOption.SO_REUSEADDR or SocketOption.SO_REUSEPORT:
                return Outcome.Returned((int)(socket.Options & (SocketOptions)option));

            case SocketOption.IP_PORTRANGE:
                Errno error = socket.Transport.GetPortRange(socket, out int value);
                return Replies.Of(error, value);

            default:
                return Outcome.Failed(Errno.ENOPROTOOPT);
        }
    }
}
