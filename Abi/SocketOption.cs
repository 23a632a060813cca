namespace Verify.Abi;

/// <summary>
/// Options of setsockopt(2). The level follows from the name. Values of the SOL_SOCKET ones are FreeBSD's option bits,
/// which getsockopt(2) returns where an option is on.
/// </summary>
public enum SocketOption
{
    /// <summary>SOL_SOCKET: a local address may be bound again while a connection still holds it.</summary>
    SO_REUSEADDR = 0x0004,

    /// <summary>SOL_SOCKET: several sockets may bind the same address and port, where all of them ask for it.</summary>
    SO_REUSEPORT = 0x0200,

    /// <summary>IPPROTO_IP: which of the three port ranges an implied port comes from (P1).</summary>
    IP_PORTRANGE = 19,
}
