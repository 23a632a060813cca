using System.Buffers.Binary;

namespace Verify.Implementation.Inet.Checksums;

/// <summary>
/// The ones' complement sum of 16-bit words in network byte order, over bytes added in pieces of any length (S13, RFC
/// 1071). Each byte is added at its position in a 32-bit word, counted from the first byte of all, so the sum does not
/// depend on how the bytes are split. Carries accumulate until <see cref="Folded"/>: there is room for 2^32 bytes, and
/// a packet has at most 65,535.
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

    /// <summary>The sum as one word with carries folded in: 0 only if all bytes are 0.</summary>
    public readonly ushort Folded => Fold(Unfolded);

    /// <summary>
    /// The checksum to store in a packet whose checksum field was 0 when summed. For a packet that already contains its
    /// checksum, 0 if it is correct.
    /// </summary>
    public readonly ushort Checksum => (ushort)~Folded;

    /// <summary>The sum with unfolded carries.</summary>
    internal ulong Unfolded { get; private set; }

    /// <summary>The number of bytes added.</summary>
    internal uint Length { get; private set; }

    private readonly uint InWord => Length % WordLength;

    /// <summary>Adds the next byte.</summary>
    public void Add(byte value)
    {
        Unfolded += (uint)value << (8 * (WordLength - 1 - (int)InWord));
        Length++;
    }

    /// <summary>Adds the next bytes, four at a time from the first word boundary.</summary>
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

    /// <summary>The sum as one word: the bits above the low 16 are carries, added until none are left.</summary>
    internal static ushort Fold(ulong sum)
    {
        sum = AddCarries(sum); // 49 bits
        sum = AddCarries(sum); // 34 bits
        sum = AddCarries(sum); // 19 bits
        sum = AddCarries(sum); // 17 bits; if the highest is set, the others are small
        return (ushort)AddCarries(sum);
    }

    /// <summary>One round of folding, which subtracts a multiple of 65,535.</summary>
    internal static ulong AddCarries(ulong sum) => (sum >> 16) + (ushort)sum;
}
