using Verify.Abi;
using Verify.Model.States.Files;

namespace Verify.Model.States;

/// <summary>What a local socket has besides what every socket has (S9).</summary>
/// <param name="Type">Its type.</param>
public sealed record LocalEnd(SocketType Type)
{
    /// <summary>
    /// Of a stream, the bytes that may be under way beyond SO_SNDBUF: those that were unread when that was set.
    /// Negative once the peer has closed without reading everything (kern/uipc_usrreq.c: uipc_send, uipc_rcvd).
    /// </summary>
    public int Surplus { get; init; }

    /// <summary>The path of its address; null if it has none. A connection has that of its listener.</summary>
    public string? Name { get; init; }

    /// <summary>The length of its address, in bytes; that of no address is 16.</summary>
    public int NameSize { get; init; } = SocketAddress.InetLength;

    /// <summary>The node that it is bound to; null if it is not bound.</summary>
    public Vnode? Node { get; init; }

    /// <summary>When a datagram socket was connected to its peer: later is greater.</summary>
    public int ConnectedAt { get; init; }
}
