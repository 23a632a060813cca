using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses.Checksums;

/// <summary>
/// Carries of a sum of any size, by induction over the rounds that add them. Together they show that a sum is folded to
/// its remainder modulo 65,535, with 65,535 for 0 unless the sum is 0: RFC 1071's ones' complement sum.
/// <see cref="InternetSumProofs.ByteCountsByPlace"/>, which states what a byte adds to that remainder, extends this to
/// packets of any length.
/// </summary>
internal static class CarryFoldingProofs
{
    [Proof("S13", "A round of carries subtracts a multiple of 65,535 from any sum, and does not reduce it to 0.",
        Mutant = "sum-carry-lost")]
    public static void RoundKeepsTheRemainder(ulong sum)
    {
        Proof.Assume(sum > ushort.MaxValue);
        ulong next = InternetSum.AddCarries(sum);
        Proof.Assert(0 < next & next < sum, "the sum shrinks and does not reach 0");
        Proof.Assert(sum - next == ushort.MaxValue * (sum >> 16), "the difference is a multiple of 65,535");
    }

    [Proof("S13", "Folding adds carries until the sum is one word, which takes at most five rounds.",
        Unwind = 5, Terminates = true, Mutant = "sum-folded-too-little")]
    public static void FoldIsRounds(ulong sum)
    {
        ulong expected = sum;
        int rounds = 0;
        while (expected > ushort.MaxValue)
        {
            rounds++;
            expected = InternetSum.AddCarries(expected);
        }

        Proof.Cover(rounds > 3, "three rounds are too few");
        Proof.Assert(InternetSum.Fold(sum) == expected);
    }

    [Proof("S13", "in_addword returns the ones' complement sum of two words, as RFC 1071 defines it.",
        Mutant = "addword-without-carry")]
    public static void AddWordIsOnesComplement(ushort sum, ushort other) =>
        Proof.Assert(InternetChecksum.AddWord(sum, other) == OnesComplement.Add(sum, other));
}
