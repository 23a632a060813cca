using System.Buffers.Binary;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// The ones' complement sum of 16-bit words, network byte order, of bytes that come in pieces of any length (S13,
/// RFC 1071). Each value is added where it stands in its 32-bit word, counted from the first value of all, so that the
/// sum does not depend on where the pieces end. Carries are kept until <see cref="Folded"/>: 2^32 bytes fit, and no
/// packet has more than 65,535.
/// </summary>
public struct InternetSum
{
    private const int WordLength = 4;

    /// <summary>A sum in progress.</summary>
    internal InternetSum(ulong unfolded, uint length)
    {
        Unfolded = unfolded;
        Length = length;
    }

    /// <summary>The sum as one word, its carries added back in: 0 only where all bytes are 0.</summary>
    public readonly ushort Folded => Fold(Unfolded);

    /// <summary>
    /// What goes into a packet whose checksum field was 0 when it was summed. Of a packet that has it already, 0 where
    /// it is right.
    /// </summary>
    public readonly ushort Checksum => (ushort)~Folded;

    /// <summary>The sum with its carries.</summary>
    internal ulong Unfolded { get; private set; }

    /// <summary>How many bytes were added.</summary>
    internal uint Length { get; private set; }

    private readonly uint InWord => Length % WordLength;

    /// <summary>Adds the next byte.</summary>
    public void Add(byte value)
    {
        Unfolded += (uint)value << (8 * (WordLength - 1 - (int)InWord));
        Length++;
    }

    /// <summary>Adds the bytes that come next, four at a time from the first word that begins among them.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (InWord != 0 && !bytes.IsEmpty)
        {
            Add(bytes[0]);
            bytes = bytes[1..];
        }

        while (bytes.Length >= WordLength)
        {
            Unfolded += BinaryPrimitives.ReadUInt32BigEndian(bytes);
            Length += WordLength;
            bytes = bytes[WordLength..];
        }

        foreach (byte value in bytes)
        {
            Add(value);
        }
    }

    /// <summary>A sum as one word: what is above the low 16 bits is carries, added until none are left.</summary>
    internal static ushort Fold(ulong sum)
    {
        sum = AddCarries(sum); // 49 bits
        sum = AddCarries(sum); // 34 bits
        sum = AddCarries(sum); // 19 bits
        sum = AddCarries(sum); // 17 bits, and with the highest of them the others are few
        return (ushort)AddCarries(sum);
    }

    /// <summary>One round of it, which takes away a multiple of 65,535.</summary>
    internal static ulong AddCarries(ulong sum) => (sum >> 16) + (ushort)sum;
}
