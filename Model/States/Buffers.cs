using Verify.Abi;

namespace Verify.Model.States;

/// <summary>
/// How many octets may wait at a socket, and from how many on a call goes on (S7). A mark is never above its buffer; only
/// that of a new socket for receiving is 1 whatever its buffer is.
/// </summary>
/// <param name="Send">SO_SNDBUF.</param>
/// <param name="Receive">SO_RCVBUF.</param>
/// <param name="SendLow">SO_SNDLOWAT.</param>
/// <param name="ReceiveLow">SO_RCVLOWAT.</param>
public readonly record struct Buffers(int Send, int Receive, int SendLow, int ReceiveLow)
{
    /// <summary>
    /// The largest buffer: of 256 KB, what there is of data where each cluster of 2 KB takes 128 octets besides
    /// (kern/uipc_socket2.c:sbreserve).
    /// </summary>
    internal const int Largest = (int)(256 * 1024L * 2048 / (128 + 2048));

    private const int Cluster = 2048;

    /// <summary>What a socket has that nothing was set of; none where it is idle.</summary>
    internal static Buffers New(Protocol protocol, Tunables tunables) => protocol switch
    {
        Protocol.Udp => Of(9216, tunables.UdpReceiveSpace),
        Protocol.Tcp => Of(16384, 16384),
        _ => default,
    };

    /// <summary>Buffers of some size, with the marks that come with them.</summary>
    internal static Buffers Of(int send, int receive) => new(send, receive, Math.Min(Cluster, send), 1);
}
