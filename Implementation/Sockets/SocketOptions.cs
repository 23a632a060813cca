using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>Options that are on: so_options of FreeBSD's struct socket, with the bits of setsockopt(2).</summary>
[Flags]
internal enum SocketOptions
{
    None = 0,
    ReuseAddress = SocketOption.SO_REUSEADDR,
    ReusePort = SocketOption.SO_REUSEPORT,
    Reuse = ReuseAddress | ReusePort,
}
