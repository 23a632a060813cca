namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Arrays whose type differs from that of the variable.</summary>
internal static class CovarianceSamples
{
    public static int ByReference(byte which, int index)
    {
        Set(ref Pick(which)[index], "b");
        return 1;
    }

    public static int ByReadOnlyReference(byte which, int index) => AreaOf(PickFigures(which), index);

    public static int AsSpan(byte which) => new Span<object>(Pick(which)).Length;

    public static int AsPartOfSpan(byte which, int start) => Pick(which).AsSpan(start).Length;

    public static int AsReadOnlySpan(byte which) => new ReadOnlySpan<object>(Pick(which)).Length;

    public static int Stored(byte which, Thing what, int index)
    {
        Pick(which)[index] = Things.Pick(what)!;
        return 1;
    }

    public static int StoredGeneric(byte which, byte what) => Store(PickFigures(which), (what % 3) switch
    {
        0 => null,
        1 => new Square(1),
        _ => new Triangle(2),
    });

    public static int Read(byte which, int index) => PickFigures(which)[index]?.Area ?? -1;

    public static int TypeTests(byte which)
    {
        object array = PickAny(which);
        return (array is object[] ? 1 : 0) + (array is string[] ? 2 : 0) + (array is IShape[] ? 4 : 0)
            + (array is Figure[] ? 8 : 0) + (array is Square[] ? 16 : 0) + (array is Array ? 32 : 0)
            + (array is object[][] ? 64 : 0) + (array is System.Collections.IList[] ? 128 : 0)
            + (array is SampleNode ? 256 : 0)
            + (array is string[][] ? 512 : 0) + (array is System.Collections.IList ? 1024 : 0)
            + (array is IComparable ? 2048 : 0) + (array is IComparable<int> ? 4096 : 0);
    }

    public static int TypeTestsOfNumbers(bool which)
    {
        object array = which ? new int[1] : new Pair[1];
        return (array is object[] ? 1 : 0) + (array is Pair[] ? 2 : 0) + (array is Dot[] ? 4 : 0)
            + (array is ValueType[] ? 8 : 0) + (array is Array ? 16 : 0);
    }

    public static int Cast(byte which) => ((Figure[])PickAny(which)).Length;

    public static bool TypeOf(byte which) => PickAny(which).GetType() == typeof(IShape[]);

    private static void Set(ref object place, object value) => place = value;

    private static int AreaOf<T>(T[] shapes, int index)
        where T : IShape => shapes[index].Area;

    private static int Store<T>(T[] items, T? item)
    {
        items[1] = item!;
        return items[1] is null ? 1 : 2;
    }

    private static object[] Pick(byte which) => (which % 4) switch
    {
        0 => new object[2],
        1 => new string[2],
        2 => new SampleNode[1],
        _ => new IShape[1],
    };

    private static Figure[] PickFigures(byte which) => (which % 3) switch
    {
        0 => [new Square(3), new Triangle(4)],
        1 => new Square[2],
        _ => (Square[])[new Square(5), new Square(6)],
    };

    private static object PickAny(byte which) => (which % 8) switch
    {
        0 => new object[1],
        1 => new string[1],
        2 => new IShape[1],
        3 => new Figure[1],
        4 => new Square[1],
        5 => new string[1][],
        6 => new object[1][],
        _ => new Dot[1],
    };
}
