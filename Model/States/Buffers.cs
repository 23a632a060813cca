using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// Buffer sizes and low-water marks of a socket, in bytes (S7). A mark is never above its buffer's size; the receive
/// mark of a new socket is 1.
/// </summary>
/// <param name="Send">SO_SNDBUF.</param>
/// <param name="Receive">SO_RCVBUF.</param>
/// <param name="SendLow">SO_SNDLOWAT.</param>
/// <param name="ReceiveLow">SO_RCVLOWAT.</param>
public readonly record struct Buffers(int Send, int Receive, int SendLow, int ReceiveLow)
{
    /// <summary>
    /// The largest buffer, in bytes: the data in 256 KB if every cluster of 2 KB needs another 128 bytes
    /// (kern/uipc_socket2.c:sbreserve).
    /// </summary>
    internal const int Largest = (int)(256 * 1024L * 2048 / (128 + 2048));

    private const int Cluster = 2048;

    /// <summary>The defaults of a local stream (kern/uipc_usrreq.c: PIPSIZ).</summary>
    internal static readonly Buffers OfLocalStream = Of(8192, 8192);

    /// <summary>The defaults of a local datagram socket (kern/uipc_usrreq.c: unpdg_sendspace).</summary>
    internal static readonly Buffers OfLocalDatagrams = Of(2048, 4096);

    /// <summary>The defaults of a local socket.</summary>
    internal static Buffers OfLocal(SocketType type) =>
        type == SocketType.SOCK_STREAM ? OfLocalStream : OfLocalDatagrams;

    /// <summary>The defaults of TCP (netinet/tcp_usrreq.c: tcp_sendspace, tcp_recvspace).</summary>
    internal static readonly Buffers OfTcp = Of(16384, 16384);

    /// <summary>The defaults of a protocol; all 0 for an idle socket.</summary>
    internal static Buffers New(Protocol protocol, Tunables tunables) => protocol switch
    {
        Protocol.Udp => Of(9216, tunables.UdpReceiveSpace),
        Protocol.Tcp => OfTcp,
        _ => default,
    };

    /// <summary>Buffers of these sizes with their default marks.</summary>
    internal static Buffers Of(int send, int receive) => new(send, receive, Math.Min(Cluster, send), 1);
}
