namespace Verify.Abi;

/// <summary>Socket types, with FreeBSD's numbers (sys/socket.h).</summary>
public enum SocketType
{
    /// <summary>A byte stream: TCP.</summary>
    SOCK_STREAM = 1,

    /// <summary>Datagrams: UDP.</summary>
    SOCK_DGRAM = 2,

    /// <summary>Raw IP (S11), and routing messages.</summary>
    SOCK_RAW = 3,
}
