namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// One buffer of a packet: a possibly empty slice of a byte array, and the next buffer (struct mbuf of sys/mbuf.h:
/// m_data, m_len, m_next).
/// </summary>
/// <param name="buffer">The array that contains the bytes.</param>
/// <param name="offset">Where the bytes start.</param>
/// <param name="length">The number of bytes.</param>
/// <param name="next">The next buffer; null for the last.</param>
public sealed class Mbuf(byte[] buffer, int offset, int length, Mbuf? next)
{
    /// <summary>The bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slice exceeds the array.</exception>
    public ReadOnlySpan<byte> Bytes => new(buffer, offset, length);

    /// <summary>The next buffer; null for the last.</summary>
    public Mbuf? Next { get; } = next;
}
