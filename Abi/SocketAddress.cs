namespace Verify.Abi;

/// <summary>
/// A sockaddr argument of bind, connect or sendto: a family, an endpoint and the length argument. A value, never shared
/// with the kernel (S7).
/// </summary>
/// <param name="Family">sa_family.</param>
/// <param name="Endpoint">sin_addr and sin_port.</param>
/// <param name="Length">The length argument, in bytes; a proper sockaddr_in has 16.</param>
public readonly record struct SocketAddress(AddressFamily Family, Endpoint Endpoint, int Length)
{
    /// <summary>sizeof(struct sockaddr_in).</summary>
    public const int InetLength = 16;

    /// <summary>SOCK_MAXADDRLEN: a longer address fails with ENAMETOOLONG.</summary>
    public const int MaxLength = 255;

    /// <summary>AF_UNSPEC with all else zero: <c>connect(3, AF_UNSPEC)</c> in the trace text.</summary>
    public static readonly SocketAddress Unspecified = new(AddressFamily.AF_UNSPEC, Endpoint.None, InetLength);

    /// <summary>A proper sockaddr_in.</summary>
    public static SocketAddress Inet(Endpoint endpoint) => new(AddressFamily.AF_INET, endpoint, InetLength);

    /// <summary>A proper sockaddr_in.</summary>
    public static SocketAddress Inet(Ipv4 address, int port) => Inet(new Endpoint(address, (ushort)port));
}
