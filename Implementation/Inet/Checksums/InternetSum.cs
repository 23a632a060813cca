using System.Buffers.Binary;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// The ones' complement sum of 16-bit words, network byte order, of octets that come in pieces of any length (S13,
/// RFC 1071). Each octet is added where it stands in its 32-bit word, counted from the first octet of all, so that the
/// sum does not depend on where the pieces end. Carries are kept until <see cref="Folded"/>: 2^32 octets fit, and no
/// packet has more than 65,535.
/// </summary>
public struct InternetSum
{
    private const int WordLength = 4;

    private ulong _sum;
    private uint _length;

    /// <summary>The sum as one word, its carries added back in: 0 only where all octets are 0.</summary>
    public readonly ushort Folded => Fold(_sum);

    /// <summary>
    /// What goes into a packet whose checksum field was 0 when it was summed. Of a packet that has it already, 0 where it
    /// is right.
    /// </summary>
    public readonly ushort Checksum => (ushort)~Folded;

    private readonly uint InWord => _length % WordLength;

    /// <summary>Adds the octet that comes next.</summary>
    public void Add(byte octet)
    {
        _sum += (uint)octet << (8 * (WordLength - 1 - (int)InWord));
        _length++;
    }

    /// <summary>Adds the octets that come next, four at a time from the first word that begins among them.</summary>
    public void Add(ReadOnlySpan<byte> octets)
    {
        while (InWord != 0 && !octets.IsEmpty)
        {
            Add(octets[0]);
            octets = octets[1..];
        }

        while (octets.Length >= WordLength)
        {
            _sum += BinaryPrimitives.ReadUInt32BigEndian(octets);
            _length += WordLength;
            octets = octets[WordLength..];
        }

        foreach (byte octet in octets)
        {
            Add(octet);
        }
    }

    /// <summary>Adds the carries out of the low 16 bits back in, until there are none.</summary>
    internal static ushort Fold(ulong sum)
    {
        sum = (sum >> 32) + (uint)sum; // 33 bits
        sum = (sum >> 16) + (ushort)sum; // at most 2 carries
        sum = (sum >> 16) + (ushort)sum; // at most 1, and then next to nothing below it
        return (ushort)((sum >> 16) + sum);
    }
}
