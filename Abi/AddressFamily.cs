namespace Verify.Abi;

/// <summary>Address and protocol families, with FreeBSD's numbers (sys/socket.h).</summary>
public enum AddressFamily
{
    /// <summary>No family: connect(2) to it dissolves the association of a datagram socket.</summary>
    AF_UNSPEC = 0,

    /// <summary>PF_LOCAL: this machine only.</summary>
    AF_LOCAL = 1,

    /// <summary>IPv4.</summary>
    AF_INET = 2,

    /// <summary>PF_ROUTE: routing messages.</summary>
    AF_ROUTE = 17,

    /// <summary>Novell's IPX: a configured family that prisons deny (J9).</summary>
    AF_IPX = 23,

    /// <summary>IPv6, which this system does not have.</summary>
    AF_INET6 = 28,
}
