namespace Verify.Abi;

/// <summary>
/// Options of setsockopt(2); the level follows from the name. Values of SOL_SOCKET options are FreeBSD's bits, which
/// getsockopt(2) returns if a boolean option is set; those of IPPROTO_IP are FreeBSD's above 65536.
/// </summary>
public enum SocketOption
{
    /// <summary>SOL_SOCKET: record debugging information.</summary>
    SO_DEBUG = 0x0001,

    /// <summary>SOL_SOCKET: a local address may be bound while a connection still uses it.</summary>
    SO_REUSEADDR = 0x0004,

    /// <summary>SOL_SOCKET: probe idle connections.</summary>
    SO_KEEPALIVE = 0x0008,

    /// <summary>SOL_SOCKET: send to attached networks only.</summary>
    SO_DONTROUTE = 0x0010,

    /// <summary>SOL_SOCKET: datagrams may be sent to broadcast addresses.</summary>
    SO_BROADCAST = 0x0020,

    /// <summary>SOL_SOCKET: a routing socket receives its own messages.</summary>
    SO_USELOOPBACK = 0x0040,

    /// <summary>SOL_SOCKET: close waits for data. It takes a struct linger of two integers; one is too short.</summary>
    SO_LINGER = 0x0080,

    /// <summary>SOL_SOCKET: urgent data stays in line.</summary>
    SO_OOBINLINE = 0x0100,

    /// <summary>SOL_SOCKET: several sockets may bind the same address and port if all of them set it.</summary>
    SO_REUSEPORT = 0x0200,

    /// <summary>SOL_SOCKET: datagrams are received with a timestamp.</summary>
    SO_TIMESTAMP = 0x0400,

    /// <summary>SOL_SOCKET: size of the send buffer, in bytes.</summary>
    SO_SNDBUF = 0x1001,

    /// <summary>SOL_SOCKET: size of the receive buffer, in bytes.</summary>
    SO_RCVBUF = 0x1002,

    /// <summary>SOL_SOCKET: room in the buffer that a send needs, in bytes.</summary>
    SO_SNDLOWAT = 0x1003,

    /// <summary>SOL_SOCKET: data that a receive waits for, in bytes.</summary>
    SO_RCVLOWAT = 0x1004,

    /// <summary>SOL_SOCKET: how long a send waits. It takes a struct timeval; an integer is too short.</summary>
    SO_SNDTIMEO = 0x1005,

    /// <summary>SOL_SOCKET: how long a receive waits. It takes a struct timeval.</summary>
    SO_RCVTIMEO = 0x1006,

    /// <summary>SOL_SOCKET, read only: the pending error; reading clears it.</summary>
    SO_ERROR = 0x1007,

    /// <summary>SOL_SOCKET, read only: the socket's type.</summary>
    SO_TYPE = 0x1008,

    /// <summary>IPPROTO_IP, of a raw socket: what is sent begins with its IP header (S11).</summary>
    IP_HDRINCL = 0x10000 + 2,

    /// <summary>IPPROTO_IP: the type of service of what is sent, eight bits.</summary>
    IP_TOS = 0x10000 + 3,

    /// <summary>IPPROTO_IP: the time to live of what is sent, eight bits.</summary>
    IP_TTL = 0x10000 + 4,

    /// <summary>IPPROTO_IP: datagrams are received with their IP options.</summary>
    IP_RECVOPTS = 0x10000 + 5,

    /// <summary>IPPROTO_IP: datagrams are received with the IP options for an answer.</summary>
    IP_RECVRETOPTS = 0x10000 + 6,

    /// <summary>IPPROTO_IP: datagrams are received with their destination (S12).</summary>
    IP_RECVDSTADDR = 0x10000 + 7,

    /// <summary>
    /// IPPROTO_IP: the interface for multicast datagrams (S11), by one of its addresses; 0.0.0.0 for that of the route.
    /// </summary>
    IP_MULTICAST_IF = 0x10000 + 9,

    /// <summary>IPPROTO_IP: the time to live of multicast datagrams, 0 to 255. With 0 they stay on this host.</summary>
    IP_MULTICAST_TTL = 0x10000 + 10,

    /// <summary>IPPROTO_IP: multicast datagrams are also delivered on this host, if it is a member.</summary>
    IP_MULTICAST_LOOP = 0x10000 + 11,

    /// <summary>IPPROTO_IP, write only: joins a group. It takes a struct ip_mreq; an integer is too short.</summary>
    IP_ADD_MEMBERSHIP = 0x10000 + 12,

    /// <summary>IPPROTO_IP, write only: leaves a group. It takes a struct ip_mreq.</summary>
    IP_DROP_MEMBERSHIP = 0x10000 + 13,

    /// <summary>IPPROTO_IP: which of the three port ranges an implied port comes from (P1).</summary>
    IP_PORTRANGE = 0x10000 + 19,

    /// <summary>IPPROTO_IP: datagrams are received with the interface that they arrived on (S12).</summary>
    IP_RECVIF = 0x10000 + 20,
}
