using Verify.Abi;

namespace Verify.Implementation.Sockets;

/// <summary>How much may wait at a socket, and how much a call waits for: sb_hiwat and sb_lowat of both buffers.</summary>
internal struct BufferSizes
{
    /// <summary>sb_max, 256 K, without what mbufs and clusters take besides data: sbreserve gives no more.</summary>
    private const int MaxSize = 262144 / (128 + 2048) * 2048 + 262144 % (128 + 2048) * 2048 / (128 + 2048);

    /// <summary>MCLBYTES: room for a cluster, where the buffer has it.</summary>
    private const int DefaultSendLow = 2048;

    private const int DefaultReceiveLow = 1;

    /// <summary>SO_SNDBUF, in octets.</summary>
    public int Send { get; private set; }

    /// <summary>SO_RCVBUF, in octets.</summary>
    public int Receive { get; private set; }

    /// <summary>SO_SNDLOWAT, in octets.</summary>
    public int SendLow { get; private set; }

    /// <summary>SO_RCVLOWAT, in octets.</summary>
    public int ReceiveLow { get; private set; }

    /// <summary>The buffers of a new socket: soreserve.</summary>
    public static BufferSizes Of(int send, int receive) => new()
    {
        Send = send,
        Receive = receive,
        SendLow = send < DefaultSendLow ? send : DefaultSendLow,
        ReceiveLow = DefaultReceiveLow,
    };

    /// <summary>What getsockopt(2) tells; null for an option that is about something else.</summary>
    public readonly int? Get(SocketOption option) => option switch
    {
        SocketOption.SO_SNDBUF => Send,
        SocketOption.SO_RCVBUF => Receive,
        SocketOption.SO_SNDLOWAT => SendLow,
        SocketOption.SO_RCVLOWAT => ReceiveLow,
        _ => null,
    };

    /// <summary>
    /// Sets one: EINVAL under 1, ENOBUFS for more than there is. A low-water mark is within its buffer, and goes down with
    /// it.
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
                SendLow = Math.Min(SendLow, value);
                break;
            case SocketOption.SO_RCVBUF:
                Receive = value;
                ReceiveLow = Math.Min(ReceiveLow, value);
                break;
            case SocketOption.SO_SNDLOWAT:
                SendLow = Math.Min(value, Send);
                break;
            default:
                ReceiveLow = Math.Min(value, Receive);
                break;
        }

        return Errno.None;
    }
}
