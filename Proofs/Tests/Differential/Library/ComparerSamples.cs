namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Default comparers on values of each kind, with null on one side or both.</summary>
internal static class ComparerSamples
{
    public static bool OfIntegers(int a, int b) => Equal(a, b);

    public static bool OfOctets(byte a, byte b) => Equal(a, b);

    public static bool OfEnums(byte a, byte b) => Equal((Colour)a, (Colour)b);

    public static bool OfMissing(int a, bool hasA, int b, bool hasB) =>
        Equal<int?>(hasA ? a : null, hasB ? b : null);

    public static bool OfMissingEnums(byte a, bool hasA, byte b, bool hasB) =>
        Equal<Colour?>(hasA ? (Colour)a : null, hasB ? (Colour)b : null);

    public static bool OfMissingStructs(int a, bool hasA, int b, bool hasB) =>
        Equal<Ranked?>(hasA ? new Ranked(a) : null, hasB ? new Ranked(b) : null);

    public static bool OfStrings(byte a, byte b) => Equal(StringSamples.Pick(a), StringSamples.Pick(b));

    public static bool OfEquatableStructs(int a, int b) => Equal(new Ranked(a), new Ranked(b));

    public static bool OfOverridingStructs(int a, int b) => Equal(new Overridden(a), new Overridden(b));

    public static bool OfPlainObjects(byte a, byte b)
    {
        SampleNode?[] nodes = [null, new(1, null), new(1, null)];
        return Equal(nodes[a % 3], nodes[b % 3]);
    }

    public static bool OfOverridingObjects(byte a, byte b)
    {
        Overriding?[] all = [null, new(1), new(2), new(3)];
        return Equal(all[a % 4], all[b % 4]);
    }

    public static bool OfEquatableObjects(byte a, byte b) => Equal(Pick(a), Pick(b));

    public static bool OfEquatableObjectsAsObjects(byte a, byte b) => Equal<object?>(Pick(a), Pick(b));

    public static bool OfDerivedObjects(byte a, byte b)
    {
        DerivedEquatable?[] all = [null, new(1), new(1), new(2)];
        return Equal(all[a % 4], all[b % 4]);
    }

    public static bool OfRecords(byte a, byte b)
    {
        Point?[] points = [null, new(1, 2), new(1, 2), new(1, 3)];
        return Equal(points[a % 4], points[b % 4]);
    }

    public static bool OfArrays(byte a, byte b)
    {
        int[]?[] arrays = [null, [], [1], [1]];
        return Equal(arrays[a % 4], arrays[b % 4]);
    }

    public static bool OfInterfaces(byte a, byte b)
    {
        IShape?[] shapes = [null, new Square(1), new Square(1), new Triangle(1)];
        return Equal(shapes[a % 4], shapes[b % 4]);
    }

    public static bool OfBoxes(byte a, int b, bool isNull) => Equal<object?>((int)a, isNull ? null : b);

    public static bool OfOneOfTwo(bool which, bool other)
    {
        Point first = new(1, 2);
        Point second = new(3, 4);
        return Equal(which ? first : second, other ? second : first);
    }

    public static bool OfNoComparer(bool isNull, int a)
    {
        EqualityComparer<int>? comparer = isNull ? null : EqualityComparer<int>.Default;
        return comparer!.Equals(a, 1);
    }

    private static bool Equal<T>(T first, T second) => EqualityComparer<T>.Default.Equals(first, second);

    private static Equatable? Pick(byte which) => (which % 5) switch
    {
        0 => null,
        1 => new Equatable(1),
        2 => new Equatable(2),
        3 => new DerivedEquatable(1),
        _ => new DerivedEquatable(2),
    };
}
