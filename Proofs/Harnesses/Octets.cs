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

    /// <summary>The number, where it is not more: a proof runs on each, as lengths of arrays have to be known.</summary>
    public static int Count(int number, int most)
    {
        Proof.Assume(number <= most);
        int known = 0;
        while (known < number)
        {
            known++;
        }

        return known;
    }
}
