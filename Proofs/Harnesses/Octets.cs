namespace Verify.Proofs.Harnesses;

/// <summary>Up to 24 octets, each any.</summary>
internal readonly struct Octets(ulong first, ulong second, ulong third)
{
    /// <summary>How many there can be.</summary>
    public const int Most = 24;

    /// <summary>The first octets, in a buffer of that length.</summary>
    public byte[] Take(int count)
    {
        byte[] octets = new byte[count];
        for (int i = 0; i < count; i++)
        {
            ulong eight = i < 8 ? first : i < 16 ? second : third;
            octets[i] = (byte)(eight >> (8 * (i % 8)));
        }

        return octets;
    }

    /// <summary>Counts to a number up to the most that is allowed, which any number is taken as one of: a proof runs on
    /// each by itself, as lengths of arrays have to be known.</summary>
    public static int Count(byte number, int most)
    {
        int count = 0;
        while (count < number % (most + 1))
        {
            count++;
        }

        return count;
    }
}
