using Verify.Proofs.Claims;

namespace Verify.Proofs.Tests;

/// <summary>Harnesses over types with unsupported initializers.</summary>
internal static class StaticHarnesses
{
    [Proof("G3", "The runtime may run the initializer, which throws, earlier than here.")]
    public static void ReadsWhatThrows(int value)
    {
        if (value == 3)
        {
            Proof.Assert(ThrowsSomeTime.Value == 0);
        }

        Proof.Assert(value == value + 0);
    }

    [Proof("G3", "An initializer must not assert.")]
    public static void InitializerAsserts(int value) => Proof.Assert(Asserting.Twice(value) == 2 * value);

    [Proof("G3", "An initializer must not assume.")]
    public static void InitializerAssumes(int value) => Proof.Assert(Assuming.Value + value == value + 5);

    [Proof("G3", "The result of circular initializers depends on which runs first.")]
    public static void Circle(int value) => Proof.Assert((value > 3 ? CircleFirst.Value : CircleSecond.Value) > 0);

    private static class ThrowsSomeTime
    {
        public static readonly int Value = Failing();

        private static int Failing() => throw new InvalidOperationException();
    }

    private static class Asserting
    {
        static Asserting() => Proof.Assert(true);

        public static int Twice(int value) => 2 * value;
    }

    private static class Assuming
    {
        public static readonly int Value = Checked(5);

        private static int Checked(int value)
        {
            Proof.Assume(value > 3);
            return value;
        }
    }

    private static class CircleFirst
    {
        public static readonly int Value = CircleSecond.Value + 1;
    }

    private static class CircleSecond
    {
        public static readonly int Value = CircleFirst.Value + 1;
    }
}
