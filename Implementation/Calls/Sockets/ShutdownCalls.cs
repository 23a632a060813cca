using Verify.Abi;
using Verify.Implementation.Primitives;
using Verify.Implementation.Sockets;

namespace Verify.Implementation.Calls.Sockets;

/// <summary>shutdown(2): soshutdown.</summary>
internal sealed class ShutdownCalls(SocketLayer sockets)
{
    /// <summary>FREAD and FWRITE: a direction is one of them, or both, less one.</summary>
    private const uint Reading = 1;
    private const uint Writing = 2;

    /// <summary>Ends receiving, then sending, which alone can fail. A number without bits does nothing.</summary>
    public Outcome Shutdown(Socket socket, ShutdownHow how)
    {
        uint ends = (uint)how + 1;
        if ((ends & Reading) != 0)
        {
            sockets.EndReceiving(socket);
        }

        return Replies.Of((ends & Writing) != 0 ? socket.Protocol.Shutdown(socket) : Errno.None);
    }
}
