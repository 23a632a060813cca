using Verify.Proofs.Claims;

namespace Verify.Proofs.Tests;

/// <summary>Harnesses, each of which leads the prover to one kind of verdict.</summary>
internal static class HarnessSamples
{
    [Proof("G3", "A half is not greater than the whole.")]
    public static void HalfIsNotLarger(ushort value) => Proof.Assert(value / 2 <= value);

    [Proof("G3", "Fails for 1000 only.")]
    public static void IsNeverThousand(int value) => Proof.Assert(value != 1000, "value is not a thousand");

    [Proof("G3", "Fails for every pair with a sum of 7 in 8 bits; 0 and 7 are the smallest.")]
    public static void SumIsNeverSeven(byte first, byte second) => Proof.Assert((byte)(first + second) != 7);

    [Proof("G3", "No value is both less and greater.")]
    public static void AssumesTheImpossible(int value)
    {
        Proof.Assume(value < 5);
        Proof.Assume(value > 5);
        Proof.Assert(value == 77);
    }

    [Proof("G3", "Asserts nothing.")]
    public static void AssertsNothing(int value) => Proof.Assume(value > 0);

    [Proof("G3", "Divides by a value that may be zero.")]
    public static void Divides(int value, int divisor) => Proof.Assert(value % divisor < int.MaxValue);

    [Proof("G3", "The most negative number has no negation.")]
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

    [Proof("G3", "A loop of at most 9 iterations.", Unwind = 9, Terminates = true)]
    public static void LoopEnds(int rounds) => CountDown(rounds < 0 ? 0 : rounds % 10);

    [Proof("G3", "A loop of 10 iterations does not end after 9.", Unwind = 9, Terminates = true)]
    public static void LoopGoesOn(byte rounds) => CountDown(rounds);

    [Proof("G3", "The loop exceeds the bound: no verdict.", Unwind = 9)]
    public static void LoopIsCut(byte rounds)
    {
        CountDown(rounds);
        Proof.Assert(rounds >= 0);
    }

    [Proof("G3", "The executor does not support floating point.")]
    public static void UsesFractions(int value) => Proof.Assert(value * 0.5 < int.MaxValue);

    private static void CountDown(int rounds)
    {
        while (rounds != 0)
        {
            rounds--;
        }
    }

    [Proof("G3", "Fails for one constant of the code.")]
    public static void IsNeverTheHash(uint value) => Proof.Assert(value != 0x5bd1_e995, "it is another one");

    [Proof("G3", "Fails for one case of a switch that does not start at 0.")]
    public static void IsNeverInTheSwitch(int value)
    {
        var isIn = value switch
        {
            77_000 => 1,
            77_001 => 2,
            77_002 => 3,
            77_003 => 0,
            77_004 => 5,
            _ => 6,
        };
        Proof.Assert(isIn != 0, "it is another one");
    }

    [Proof("G3", "Fails for one value of a static field.")]
    public static void IsNeverTheStatic(int value) => Proof.Assert(value != Computed, "it is another one");

    [Proof("G3", "Two fields with the same readable name.")]
    public static void FieldsAreEqual(Fields fields) => Proof.Assert(fields.V == fields.Hidden);

    [Proof("G3", "A condition that never holds guards the second assertion.")]
    public static void SecondIsNotReached(byte value)
    {
        Proof.Assert(value <= 255, "always");
        if (value / 2 > value)
        {
            Proof.Assert(value == 7, "never seen");
        }
    }

    [Proof("G3", "Each call of a helper must be reached.")]
    public static void HelperIsNotReached(byte value)
    {
        AssertSmall(value);
        if (value / 2 > value)
        {
            AssertSmall(value);
        }
    }

    [Proof("G3", "A lambda that asserts, and is called.")]
    public static void LambdaIsReached(byte value) => Each(value, each => Proof.Assert(each <= 255));

    [Proof("G3", "A lambda that asserts, and is not called.")]
    public static void LambdaIsNotReached(byte value)
    {
        Proof.Assert(value <= 255);
        Each(300, each => Proof.Assert(each == 7, "never seen"));
    }

    [Proof("G3", "The covered condition holds on one of two paths.")]
    public static void Covers(byte value)
    {
        Proof.Assert(value <= 255);
        if (value > 3)
        {
            Proof.Cover(value == 200);
        }
    }

    [Proof("G3", "The covered condition is on no path.")]
    public static void CoverIsNotReached(byte value)
    {
        Proof.Assert(value <= 255);
        if (value / 2 > value)
        {
            Proof.Cover(true, "seen");
        }
    }

    [Proof("G3", "No input satisfies the covered condition.")]
    public static void CoverCannotBeMet(byte value)
    {
        Proof.Cover(
            value / 2
                > value);
        Proof.Assert(value <= 255);
    }

    [Proof("G3", "A later assumption excludes the covered condition.")]
    public static void CoverIsLeftOut(byte value)
    {
        Proof.Cover(value == 7);
        Proof.Assume(value > 100);
        Proof.Assert(value > 3);
    }

    private static readonly int Computed = Enumerated() * 1001 / 1000;

    private static int Enumerated() => 986_668;

    private static void AssertSmall(byte value) => Proof.Assert(value <= 255, "small");

    private static void Each(int value, Action<int> action)
    {
        if (value < 300)
        {
            action(value);
        }
    }

    internal readonly struct Fields(int v, int hidden)
    {
        public readonly int V = v;

        private readonly int _V = hidden;

        public int Hidden => _V;
    }

}
