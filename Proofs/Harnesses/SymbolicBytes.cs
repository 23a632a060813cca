namespace Verify.Proofs.Harnesses;

/// <summary>Up to 24 bytes of any value.</summary>
internal readonly struct SymbolicBytes(ulong first, ulong second, ulong third)
{
    /// <summary>The greatest number of bytes.</summary>
    public const int Most = 24;

    /// <summary>The first bytes, in a buffer of that length.</summary>
    public byte[] Take(int count)
    {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++)
        {
            ulong eight = i < 8 ? first : i < 16 ? second : third;
            bytes[i] = (byte)(eight >> (8 * (i % 8)));
        }

        return bytes;
    }
}
