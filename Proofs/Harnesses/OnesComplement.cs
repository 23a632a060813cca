using Verify.Implementation.Inet.Checksums;

namespace Verify.Proofs.Harnesses;

/// <summary>The sum that the proofs compare with: RFC 1071's, over words of two bytes, one at a time.</summary>
internal static class OnesComplement
{
    /// <summary>Two words, with the carry out of the sum added to it.</summary>
    public static ushort Add(ushort sum, ushort word)
    {
        int wide = sum + word;
        return (ushort)(wide + (wide >> 16));
    }

    /// <summary>
    /// One more byte: at an even place the first of a word whose second is 0 so far, at an odd place the second.
    /// </summary>
    public static ushort Add(ushort sum, byte value, uint place) =>
        Add(sum, (ushort)(place % 2 == 0 ? value << 8 : value));

    /// <summary>Bytes in words, the first of each most significant; an odd one at the end is followed by a 0.</summary>
    public static ushort Sum(ReadOnlySpan<byte> bytes)
    {
        ushort sum = 0;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            int word = (bytes[i] << 8) + (i + 1 < bytes.Length ? bytes[i + 1] : 0);
            sum = Add(sum, (ushort)word);
        }

        return sum;
    }

    /// <summary>The kernel's sum of bytes that are added one at a time.</summary>
    /// <param name="sum">The sum in progress.</param>
    /// <param name="bytes">The bytes that follow.</param>
    public static InternetSum AddOneByOne(InternetSum sum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
        {
            sum.Add(value);
        }

        return sum;
    }
}
