namespace Verify.Proofs.Tests.Differential;

/// <summary>Calls whose target depends on the type of the receiver or on a type argument.</summary>
internal static class DispatchSamples
{
    public static int Virtual(byte kind, int side) => Make(kind, side).Describe(10);

    public static int Interface(byte kind, int side)
    {
        IShape shape = Make(kind, side);
        return shape.Area + shape.Twice();
    }

    public static int OfStruct(int area)
    {
        IShape boxed = new Dot(area);
        return boxed.Twice() + AreaOf(new Dot(area)) + AreaOf((IShape)new Square(area));
    }

    public static int TypeTests(byte kind, int side)
    {
        object shape = Make(kind, side);
        return shape switch
        {
            Wedge wedge => wedge.Side,
            Triangle => 1,
            IShape { Area: > 100 } => 2,
            _ => 3,
        };
    }

    public static int Casts(byte kind, int side) => ((Triangle)Make(kind, side)).Twice();

    public static int StaticMembers(int a, int b) =>
        Numbers<Doubling>.Sum(a, b) ^ Numbers<Negating>.Sum(a, b) ^ Numbers<Negating>.OfThree;

    public static int OneOfTwo(bool which, int a, int b)
    {
        Figure first = new Square(a);
        Figure second = new Square(b);
        Figure chosen = Choose(which, first, second)!;
        chosen.Side += 3;
        return chosen.Area + first.Side + (second.Side * 2);
    }

    public static int OneOfTwoKinds(bool which, int a)
    {
        Figure first = new Square(a);
        Figure second = new Wedge(a);
        return Choose(which, first, second)!.Describe(3) + Choose(which, null, second)!.Corners;
    }

    public static int EitherKind(bool which, int a) => Choose(which, new Square(a), new Wedge(a))!.Describe(3);

    public static int HiddenMethods(byte kind, int a)
    {
        Plain known = (kind % 3) switch
        {
            0 => new Plain(),
            1 => new Hiding(),
            _ => new OverridingHidden(),
        };
        return known.Value(a) ^ ((known as Hiding)?.Value(a) ?? 7);
    }

    public static int MoreSpecificDefault(bool which, int a)
    {
        IBase known = which ? new WithBase() : new WithDerived();
        return known.Value(a);
    }

    private static Figure Make(byte kind, int side) => (kind % 3) switch
    {
        0 => new Square(side),
        1 => new Triangle(side),
        _ => new Wedge(side),
    };

    private static int AreaOf<T>(T shape)
        where T : IShape => shape.Area;

    private static Figure? Choose(bool which, Figure? first, Figure? second) => which ? first : second;
}
