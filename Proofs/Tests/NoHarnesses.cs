using Verify.Proofs.Claims;

namespace Verify.Proofs.Tests;

/// <summary>Methods with the attribute that cannot be harnesses.</summary>
internal static class NoHarnesses
{
    [Proof("G3", "Returns something.")]
    public static bool Returns(int value) => value > 0;

    [Proof("G3", "Is generic.")]
    public static void IsGeneric<T>(int value) => Proof.Assert(value == value + 0);

    [Proof("G3", "Has an output.")]
    public static void HasOut(out int value) => value = 3;

    [Proof("G3", "Has a reference.")]
    public static void HasRef(ref int value) => Proof.Assert(value == value + 0);

    [Proof("G3", "Has an object.")]
    public static void HasObject(string value) => Proof.Assert(value.Length >= 0);

    [Proof("G3", "Has a nullable number.")]
    public static void HasNullable(uint? value) => Proof.Assert(value is null || value == value + 0);

    [Proof("G3", "Has a span.")]
    public static void HasSpan(ReadOnlySpan<byte> value) => Proof.Assert(value.Length >= 0);

    internal sealed class Instances
    {
        [Proof("G3", "Is called on an object.")]
        public void Instance(int value) => Proof.Assert(value == value + 0 && this is not null);
    }

    internal static class OfType<T>
    {
        [Proof("G3", "Is in a generic class.")]
        public static void InGeneric(int value) => Proof.Assert(value == value + 0);
    }

    private static class Private
    {
        [Proof("G3", "Is in a private class, which is allowed.")]
        private static void Nested(int value) => Proof.Assert(value == value + 0);
    }
}
