namespace Verify.Proofs.Harnesses;

/// <summary>Small numbers that a proof tries one by one.</summary>
internal static class BoundedCount
{
    /// <summary>
    /// Any number reduced to one from 0 to a maximum. It is reached by counting, so that each has a path of its own:
    /// lengths of arrays must be known.
    /// </summary>
    public static int Of(byte number, int most)
    {
        int count = 0;
        while (count < number % (most + 1))
        {
            count++;
        }

        return count;
    }
}
