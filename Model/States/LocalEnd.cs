using Verify.Abi;

namespace Verify.Model.States;

/// <summary>What an end of socketpair(2) has besides what every socket has (S9).</summary>
/// <param name="Type">Its type.</param>
public sealed record LocalEnd(SocketType Type)
{
    /// <summary>Received bytes of a stream that were not read yet.</summary>
    public Data Unread { get; init; }

    /// <summary>
    /// Of a stream, the bytes that may be under way beyond SO_SNDBUF: those that were unread when that was set.
    /// Negative once the peer has closed without reading everything (kern/uipc_usrreq.c: uipc_send, uipc_rcvd).
    /// </summary>
    public int Surplus { get; init; }
}
