using System.Runtime.CompilerServices;

namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Types as values, type tests on every kind of object, and objects created by type parameter.</summary>
internal static class TypeSamples
{
    public static int GetTypeOf(Thing which)
    {
        Type type = Things.Pick(which)!.GetType();
        return (type == typeof(string) ? 1 : 0) + (type == typeof(SampleNode) ? 2 : 0) + (type == typeof(int) ? 4 : 0)
            + (type == typeof(Colour) ? 8 : 0) + (type == typeof(string[]) ? 16 : 0) + (type == typeof(Figure) ? 32 : 0)
            + (type == typeof(MarkedException) ? 64 : 0) + (type != typeof(object) ? 128 : 0);
    }

    public static bool SameType(Thing a, Thing b) => Things.Pick(a)!.GetType() == Things.Pick(b)!.GetType();

    public static bool SameTypeOfException(bool which)
    {
        Exception thrown = which ? new MarkedException(1) : new CodedException(1);
        return thrown.GetType() == typeof(CodedException);
    }

    public static int TypeTests(Thing which)
    {
        object? thing = Things.Pick(which);
        return (thing is IMarked ? 1 : 0) + (thing is Exception ? 2 : 0) + (thing is IShape ? 4 : 0)
            + (thing is int ? 8 : 0) + (thing is int? ? 16 : 0) + (thing is Colour? ? 32 : 0)
            + (thing is ValueType ? 64 : 0) + (thing is Enum ? 128 : 0) + (thing is IComparable<int> ? 256 : 0)
            + (thing is IConvertible ? 512 : 0) + (thing is Array ? 1024 : 0)
            + (thing is System.Runtime.Serialization.ISerializable ? 2048 : 0);
    }

    public static bool Named(byte which) => (which % 4) switch
    {
        0 => Same<int, int>(),
        1 => Same<Holder<int>, Holder<long>>(),
        2 => Same<Holder<string>[], Holder<string>[]>(),
        _ => Same<int, uint>(),
    };

    public static int ValueTypes() => (typeof(int).IsValueType ? 1 : 0) + (typeof(Pair).IsValueType ? 2 : 0)
        + (typeof(string).IsValueType ? 4 : 0) + (typeof(ValueType).IsValueType ? 8 : 0)
        + (typeof(Enum).IsValueType ? 16 : 0) + (typeof(Colour).IsValueType ? 32 : 0)
        + (typeof(int[]).IsValueType ? 64 : 0) + (typeof(int?).IsValueType ? 128 : 0)
        + (typeof(IShape).IsValueType ? 256 : 0);

    public static int Created(int a)
    {
        Seven first = Make<Seven>();
        Seven second = Make<Seven>();
        second.Value += a;
        return first.Value + (ReferenceEquals(first, second) ? 1000 : 0) + Make<Pair>().Total + Make<int>()
            + (Make<int?>() ?? -3) + (int)Make<Colour>();
    }

    public static int References() => (Has<int>() ? 1 : 0) + (Has<string>() ? 2 : 0) + (Has<Pair>() ? 4 : 0)
        + (Has<Colour>() ? 8 : 0) + (Has<int?>() ? 16 : 0) + (Has<KeyValuePair<int, Nest>>() ? 32 : 0)
        + (Has<KeyValuePair<int, string>>() ? 64 : 0) + (Has<int[]>() ? 128 : 0) + (Has<nint>() ? 256 : 0)
        + (Has<KeyValuePair<object, int>?>() ? 512 : 0);

    private static bool Same<TFirst, TSecond>() => typeof(TFirst) == typeof(TSecond);

    private static T Make<T>()
        where T : new() => new();

    private static bool Has<T>() => RuntimeHelpers.IsReferenceOrContainsReferences<T>();
}
