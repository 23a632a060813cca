namespace Verify.Abi;

/// <summary>
/// Options of setsockopt(2). The level follows from the name. Values of the SOL_SOCKET ones are FreeBSD's option bits,
/// which getsockopt(2) returns where an option is on.
/// </summary>
public enum SocketOption
{
    /// <summary>SOL_SOCKET: record debugging information.</summary>
    SO_DEBUG = 0x0001,

    /// <summary>SOL_SOCKET: a local address may be bound again while a connection still holds it.</summary>
    SO_REUSEADDR = 0x0004,

    /// <summary>SOL_SOCKET: probe idle connections.</summary>
    SO_KEEPALIVE = 0x0008,

    /// <summary>SOL_SOCKET: send to attached networks only.</summary>
    SO_DONTROUTE = 0x0010,

    /// <summary>SOL_SOCKET: datagrams may be sent to broadcast addresses.</summary>
    SO_BROADCAST = 0x0020,

    /// <summary>SOL_SOCKET: a routing socket hears of its own messages.</summary>
    SO_USELOOPBACK = 0x0040,

    /// <summary>SOL_SOCKET: close waits for data. It takes a struct linger, for which an integer is too short.</summary>
    SO_LINGER = 0x0080,

    /// <summary>SOL_SOCKET: urgent data stay in line.</summary>
    SO_OOBINLINE = 0x0100,

    /// <summary>SOL_SOCKET: several sockets may bind the same address and port, where all of them ask for it.</summary>
    SO_REUSEPORT = 0x0200,

    /// <summary>SOL_SOCKET: datagrams come with the time.</summary>
    SO_TIMESTAMP = 0x0400,

    /// <summary>SOL_SOCKET: octets that may wait to be sent.</summary>
    SO_SNDBUF = 0x1001,

    /// <summary>SOL_SOCKET: octets that may wait to be received.</summary>
    SO_RCVBUF = 0x1002,

    /// <summary>SOL_SOCKET: room there must be for a send.</summary>
    SO_SNDLOWAT = 0x1003,

    /// <summary>SOL_SOCKET: octets that a receive waits for.</summary>
    SO_RCVLOWAT = 0x1004,

    /// <summary>SOL_SOCKET: how long a send waits. It takes a struct timeval, for which an integer is too short.</summary>
    SO_SNDTIMEO = 0x1005,

    /// <summary>SOL_SOCKET: how long a receive waits. It takes a struct timeval.</summary>
    SO_RCVTIMEO = 0x1006,

    /// <summary>SOL_SOCKET, read only: the error that is pending, which is then forgotten.</summary>
    SO_ERROR = 0x1007,

    /// <summary>SOL_SOCKET, read only: the socket's type.</summary>
    SO_TYPE = 0x1008,

    /// <summary>IPPROTO_IP: which of the three port ranges an implied port comes from (P1).</summary>
    IP_PORTRANGE = 19,
}
