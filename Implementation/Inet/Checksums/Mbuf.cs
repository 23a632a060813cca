namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// A part of a packet: some of the octets of a buffer, from any place on and none of them too, and the part that
/// follows (struct mbuf of sys/mbuf.h: m_data, m_len, m_next).
/// </summary>
/// <param name="buffer">Holds the octets.</param>
/// <param name="offset">Where in the buffer they begin.</param>
/// <param name="length">How many they are.</param>
/// <param name="next">The part that follows; null behind the last.</param>
public sealed class Mbuf(byte[] buffer, int offset, int length, Mbuf? next)
{
    /// <summary>The octets.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The buffer does not have so many.</exception>
    public ReadOnlySpan<byte> Bytes => new(buffer, offset, length);

    /// <summary>The part that follows; null behind the last.</summary>
    public Mbuf? Next { get; } = next;
}
