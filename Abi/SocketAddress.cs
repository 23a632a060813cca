namespace Verify.Abi;

/// <summary>
/// A sockaddr argument of bind, connect or sendto: a family, an endpoint or a path, and the length argument. A value,
/// never shared with the kernel (S7).
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

    /// <summary>The offset of sun_path in a sockaddr_un, and of sin_port in a sockaddr_in.</summary>
    private const int PathAt = 2;

    /// <summary>
    /// sun_path, one character for each byte; null if the address is no sockaddr_un. <see cref="Endpoint"/> has the
    /// same bytes as an Internet socket reads them.
    /// </summary>
    public string? Path { get; private init; }

    /// <summary>The length argument that covers the path and no more.</summary>
    public int ProperLength => Path is null ? InetLength : PathAt + Path.Length;

    /// <summary>
    /// What a local socket reads as a path, whatever the family is: up to the length argument, or to the first NUL.
    /// </summary>
    public string LocalPath
    {
        get
        {
            string bytes = Path ?? BytesOf(Endpoint);
            string given = bytes[..Math.Clamp(Length - PathAt, 0, bytes.Length)];
            int end = given.IndexOf('\0');
            return end < 0 ? given : given[..end];
        }
    }

    /// <summary>A sockaddr_un whose length does not count a NUL.</summary>
    /// <param name="path">sun_path; no character is above U+00FF.</param>
    public static SocketAddress Local(string path) =>
        new(AddressFamily.AF_LOCAL, EndpointOf(path), PathAt + path.Length) { Path = path };

    /// <summary>A proper sockaddr_in.</summary>
    public static SocketAddress Inet(Endpoint endpoint) => new(AddressFamily.AF_INET, endpoint, InetLength);

    /// <summary>A proper sockaddr_in.</summary>
    public static SocketAddress Inet(Ipv4 address, int port) => Inet(new Endpoint(address, (ushort)port));

    /// <summary>sin_port and sin_addr in the order of memory.</summary>
    private static string BytesOf(Endpoint end)
    {
        uint address = end.Address.Value;
        return string.Create(6, (end.Port, address), static (bytes, from) =>
        {
            bytes[0] = (char)(from.Port >> 8);
            bytes[1] = (char)(from.Port & 0xff);
            for (int i = 0; i < sizeof(uint); i++)
            {
                bytes[PathAt + i] = (char)(from.address >> 8 * (3 - i) & 0xff);
            }
        });
    }

    private static Endpoint EndpointOf(string path)
    {
        ulong bits = 0;
        for (int i = 0; i < 6; i++)
        {
            bits = bits << 8 | (i < path.Length ? path[i] : 0U);
        }

        return new Endpoint(new Ipv4((uint)bits), (ushort)(bits >> 32));
    }
}
