namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>All pairs of strings and null.</summary>
internal static class StringSamples
{
    public static int Length(byte a) => Pick(a)!.Length;

    public static char Character(byte a, int index) => Pick(a)![index];

    public static bool IsSame(byte a, byte b) => Pick(a) == Pick(b);

    public static bool Differs(byte a, byte b) => Pick(a) != Pick(b);

    public static bool EqualsStatic(byte a, byte b) => string.Equals(Pick(a), Pick(b));

    public static bool EqualsString(byte a, byte b) => Pick(a)!.Equals(Pick(b));

    public static bool EqualsAnything(byte a, Thing b) => Pick(a)!.Equals(Things.Pick(b));

    public static bool AnythingEquals(Thing a, byte b) => a != Thing.Struct && Things.Pick(a)!.Equals(Pick(b));

    public static bool StartsWith(byte a, byte b) => Pick(a)!.StartsWith(Pick(b)!, StringComparison.Ordinal);

    public static int AsSpan(byte a, byte start, byte length)
    {
        SpanSamples.Known(start, out int from);
        SpanSamples.Known(length, out int count);
        ReadOnlySpan<char> part = Pick(a).AsSpan(from, count);
        return part.Length + (part.IsEmpty ? 0 : 10 * part[0]);
    }

    public static int AsSpanFrom(byte a, byte start)
    {
        SpanSamples.Known(start, out int from);
        ReadOnlySpan<char> part = Pick(a).AsSpan(from);
        return part.Length + (part.IsEmpty ? 0 : 10 * part[^1]);
    }

    public static bool SpansAreEqual(byte a, byte b) => Pick(a).AsSpan().SequenceEqual(Pick(b));

    public static bool PartsAreEqual(byte a, byte b, byte start)
    {
        SpanSamples.Known(start, out int from);
        return Pick(a).AsSpan(from).SequenceEqual(Pick(b));
    }

    public static bool SpanIsKnown(byte a) => Pick(a).AsSpan() is "ab";

    public static bool IsNullOrEmpty(byte a) => string.IsNullOrEmpty(Pick(a));

    public static bool IsEmpty(byte a) => Pick(a) == string.Empty;

    public static bool ConcatenatedWithNothing(byte a, bool isNull) =>
        string.IsNullOrEmpty(Pick(a)) && string.Concat(Pick(a), isNull ? null : "x") == "x";

    public static int TypeTests(byte a)
    {
        object? text = Pick(a);
        return (text is IComparable ? 1 : 0) + (text is IEquatable<string> ? 2 : 0)
            + (text is IEnumerable<char> ? 4 : 0) + (text is ICloneable ? 8 : 0) + (text is IShape ? 16 : 0)
            + (text is string ? 32 : 0) + (text is SampleNode ? 64 : 0);
    }

    public static int Cast(Thing a) => ((string?)Things.Pick(a))?.Length ?? -1;

    internal static string? Pick(byte which) => (which % 6) switch
    {
        0 => null,
        1 => "",
        2 => "a",
        3 => "ab",
        4 => "b",
        _ => "abc",
    };
}
