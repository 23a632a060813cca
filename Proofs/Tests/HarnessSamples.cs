namespace Verify.Proofs.Tests;

/// <summary>Harnesses that each lead the prover to one kind of verdict.</summary>
internal static class HarnessSamples
{
    [Proof("G3", "True: halves are not larger.")]
    public static void HalfIsNotLarger(ushort value) => Proof.Assert(value / 2 <= value);

    [Proof("G3", "Wrong for 1000 only.")]
    public static void IsNeverThousand(int value) => Proof.Assert(value != 1000, "value is not a thousand");

    [Proof("G3", "Wrong for every pair with a sum of 7 in 8 bits; 0 and 7 are the smallest.")]
    public static void SumIsNeverSeven(byte first, byte second) => Proof.Assert((byte)(first + second) != 7);

    [Proof("G3", "No value is both less and more.")]
    public static void AssumesTheImpossible(int value)
    {
        Proof.Assume(value < 5);
        Proof.Assume(value > 5);
        Proof.Assert(value == 77);
    }

    [Proof("G3", "Says nothing.")]
    public static void AssertsNothing(int value) => Proof.Assume(value > 0);

    [Proof("G3", "Divides by what may be zero.")]
    public static void Divides(int value, int divisor) => Proof.Assert(value % divisor < int.MaxValue);

    [Proof("G3", "The most negative number has no opposite.")]
    public static void ChecksOverflow(int value) => Proof.Assert(checked(-value) != 1 || value == -1);

    [Proof("G3", "Throws for 3.")]
    public static void Throws(byte value)
    {
        if (value == 3)
        {
            throw new InvalidOperationException("three");
        }

        Proof.Assert(value != 3);
    }

    [Proof("G3", "A loop of at most 9 rounds.", Unwind = 9, Terminates = true)]
    public static void LoopEnds(int rounds) => CountDown(rounds < 0 ? 0 : rounds % 10);

    [Proof("G3", "A loop of 10 rounds is not over after 9.", Unwind = 9, Terminates = true)]
    public static void LoopGoesOn(byte rounds) => CountDown(rounds);

    [Proof("G3", "The bound cuts the loop: no verdict.", Unwind = 9)]
    public static void LoopIsCut(byte rounds)
    {
        CountDown(rounds);
        Proof.Assert(rounds >= 0);
    }

    [Proof("G3", "Arithmetic of fractions is beyond the executor.")]
    public static void UsesFractions(int value) => Proof.Assert(value * 0.5 < int.MaxValue);

    private static void CountDown(int rounds)
    {
        while (rounds != 0)
        {
            rounds--;
        }
    }
}
