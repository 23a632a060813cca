using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>The sizes and low-water marks of both socket buffers: sb_hiwat and sb_lowat.</summary>
internal struct BufferSizes
{
    /// <summary>The largest buffer sbreserve grants: sb_max (256 K) less the overhead of mbufs and clusters.</summary>
    private const int MaxSize = 262144 / (128 + 2048) * 2048 + 262144 % (128 + 2048) * 2048 / (128 + 2048);

    /// <summary>MCLBYTES: one cluster, if the buffer is that large.</summary>
    private const int DefaultSendLow = 2048;

    private const int DefaultReceiveLow = 1;

    /// <summary>
    /// SO_SNDBUF, in bytes. Of a local stream it is what remains: bytes that the peer has not read are missing.
    /// </summary>
    public int Send { get; private set; }

    /// <summary>The size to which SO_SNDBUF was set; it limits SO_SNDLOWAT (D33).</summary>
    public int SendSet { get; private set; }

    /// <summary>SO_RCVBUF, in bytes.</summary>
    public int Receive { get; private set; }

    /// <summary>SO_SNDLOWAT, in bytes.</summary>
    public int SendLow { get; private set; }

    /// <summary>SO_RCVLOWAT, in bytes.</summary>
    public int ReceiveLow { get; private set; }

    /// <summary>True for a size that sbreserve grants; it is unsigned there.</summary>
    public static bool CanBe(int size) => (uint)size <= MaxSize;

    /// <summary>The buffers of a new socket: soreserve.</summary>
    public static BufferSizes Of(int send, int receive) => new()
    {
        Send = send,
        SendSet = send,
        Receive = receive,
        SendLow = send < DefaultSendLow ? send : DefaultSendLow,
        ReceiveLow = DefaultReceiveLow,
    };

    /// <summary>
    /// The buffers of a connection to a socket with these: the same sizes, or those of the protocol if one is 0, which
    /// shutdown leaves behind (tcp_attach). The mark of the send buffer is that of the first size.
    /// </summary>
    public readonly BufferSizes OfConnection(in BufferSizes usual)
    {
        BufferSizes same = Of(Send, Receive);
        return Send == 0 || Receive == 0 ? usual with { SendLow = same.SendLow } : same;
    }

    /// <summary>The receive buffer after shutdown, until its size is set again: sorflush.</summary>
    public void ClearReceive() => (Receive, ReceiveLow) = (0, 0);

    /// <summary>Bytes were sent that the peer of a local stream has not read.</summary>
    public void TakeSendSpace(int count) => Send -= count;

    /// <summary>The peer of a local stream has read bytes.</summary>
    public void ReturnSendSpace(int count) => Send += count;

    /// <summary>The value getsockopt(2) returns; null if the option is not a buffer size.</summary>
    public readonly int? Get(SocketOption option) => option switch
    {
        SocketOption.SO_SNDBUF => Send,
        SocketOption.SO_RCVBUF => Receive,
        SocketOption.SO_SNDLOWAT => SendLow,
        SocketOption.SO_RCVLOWAT => ReceiveLow,
        _ => null,
    };

    /// <summary>
    /// Sets an option: EINVAL below 1, ENOBUFS above the maximum. A low-water mark never exceeds its buffer, and is
    /// lowered with it.
    /// </summary>
    public Errno Set(SocketOption option, int value)
    {
        if (value < 1)
        {
            return Errno.EINVAL;
        }

        if (option is SocketOption.SO_SNDBUF or SocketOption.SO_RCVBUF && value > MaxSize)
        {
            return Errno.ENOBUFS;
        }

        switch (option)
        {
            case SocketOption.SO_SNDBUF:
                Send = value;
                SendSet = value;
                SendLow = Math.Min(SendLow, value);
                break;
            case SocketOption.SO_RCVBUF:
                Receive = value;
                ReceiveLow = Math.Min(ReceiveLow, value);
                break;
            case SocketOption.SO_SNDLOWAT:
                SendLow = Math.Min(value, SendSet);
                break;
            default:
                ReceiveLow = Math.Min(value, Receive);
                break;
        }

        return Errno.None;
    }
}
