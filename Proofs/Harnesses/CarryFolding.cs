using Verify.Implementation.Inet.Checksums;
using Verify.Proofs.Claims;

namespace Verify.Proofs.Harnesses;

/// <summary>
/// Carries of a sum of any size, by induction over the rounds that add them. Together: a sum is folded to its remainder
/// by 65,535, with 65,535 for 0 unless the sum is 0. That is RFC 1071's ones' complement sum. With
/// <see cref="InternetSums.OctetCountsByPlace"/>, which says what an octet adds to that remainder, it is so for packets
/// of any length.
/// </summary>
internal static class CarryFolding
{
    [Proof("S13", "In any sum, a round takes away a multiple of 65,535, and some of a sum is left.",
        Mutant = "sum-carry-lost")]
    public static void RoundKeepsTheRemainder(ulong sum)
    {
        Proof.Assume(sum > ushort.MaxValue);
        ulong next = InternetSum.AddCarries(sum);
        Proof.Assert(0 < next & next < sum, "it is smaller, and not 0");
        Proof.Assert(sum - next == ushort.MaxValue * (sum >> 16), "what is gone is a multiple");
    }

    [Proof("S13", "Any sum is folded by such rounds until it is a word, which takes at most five.",
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

    [Proof("S13", "Two words have the ones' complement sum that RFC 1071 gives them (in_addword).",
        Mutant = "addword-without-carry")]
    public static void AddWordIsOnesComplement(ushort sum, ushort other) =>
        Proof.Assert(InternetChecksum.AddWord(sum, other) == OnesComplement.Add(sum, other));
}
