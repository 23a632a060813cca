using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The options that are set: so_options of FreeBSD's struct socket, with the bits of setsockopt(2).</summary>
[Flags]
internal enum SocketOptions
{
    None = 0,
    Debug = SocketOption.SO_DEBUG,
    KeepAlive = SocketOption.SO_KEEPALIVE,
    DontRoute = SocketOption.SO_DONTROUTE,
    Broadcast = SocketOption.SO_BROADCAST,
    UseLoopback = SocketOption.SO_USELOOPBACK,
    Linger = SocketOption.SO_LINGER,
    UrgentInLine = SocketOption.SO_OOBINLINE,
    TimeStamp = SocketOption.SO_TIMESTAMP,
    ReuseAddress = SocketOption.SO_REUSEADDR,
    ReusePort = SocketOption.SO_REUSEPORT,
    Reuse = ReuseAddress | ReusePort,

    /// <summary>The options that setsockopt(2) sets and clears with an integer.</summary>
    Flags = Reuse | Debug | KeepAlive | DontRoute | Broadcast | UseLoopback | UrgentInLine | TimeStamp,
}
