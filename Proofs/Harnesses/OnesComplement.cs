namespace Verify.Proofs.Harnesses;

/// <summary>What the proofs mean by a sum: RFC 1071's, over words of two octets, one at a time.</summary>
internal static class OnesComplement
{
    /// <summary>Two words, with the carry out of the sum added to it.</summary>
    public static ushort Add(ushort sum, ushort word)
    {
        int wide = sum + word;
        return (ushort)(wide + (wide >> 16));
    }

    /// <summary>One more octet: at an even place the first of a word that ends in 0 so far, at an odd one the second.
    /// </summary>
    public static ushort Add(ushort sum, byte octet, uint place) =>
        Add(sum, (ushort)(place % 2 == 0 ? octet << 8 : octet));

    /// <summary>Octets in words, the first of each most significant; an odd one at the end has a 0 beside it.</summary>
    public static ushort Sum(ReadOnlySpan<byte> octets)
    {
        ushort sum = 0;
        for (int i = 0; i < octets.Length; i += 2)
        {
            int word = (octets[i] << 8) + (i + 1 < octets.Length ? octets[i + 1] : 0);
            sum = Add(sum, (ushort)word);
        }

        return sum;
    }
}
