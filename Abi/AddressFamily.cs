namespace Verify.Abi;

/// <summary>Address and protocol families, with FreeBSD's numbers (sys/socket.h).</summary>
public enum AddressFamily
{
    /// <summary>No family: connect(2) to it dissolves a datagram socket's association.</summary>
    AF_UNSPEC = 0,

    /// <summary>IPv4.</summary>
    AF_INET = 2,

    /// <summary>IPv6, which this system does not have.</summary>
    AF_INET6 = 28,
}
