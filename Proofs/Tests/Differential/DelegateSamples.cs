namespace Verify.Proofs.Tests.Differential;

/// <summary>Lambdas with and without captures, method groups, and delegates as arguments.</summary>
internal static class DelegateSamples
{
    public static int WithoutCapture(int a, int b) => Apply(static (x, y) => (x * 3) - y, a, b) + Apply(Math.Max, a, b);

    public static int WithCapture(int a, byte rounds)
    {
        int sum = a;
        Action<int> add = by => sum += by;
        for (int i = 0; i < rounds % 4; i++)
        {
            add(i);
        }

        sum ^= 1;
        add(5);
        return sum;
    }

    public static int OfAMethod(bool which, int a)
    {
        Figure figure = which ? new Square(a) : new Wedge(a);
        Func<int, int> describe = figure.Describe;
        Func<int> corners = figure.Twice;
        figure.Side++;
        return describe(3) + corners();
    }

    public static int OfAVirtualMethod(bool which, bool isNull, int a)
    {
        Plain? known = isNull ? null : which ? new Plain() : new Hiding();
        Func<int, int> value = known!.Value;
        IShape shape = which ? new Square(a) : new Dot(a);
        Func<int> twice = shape.Twice;
        return value(a) ^ twice();
    }

    public static int Chosen(bool which, bool isNull, int a, int b)
    {
        Func<int, int, int>? chosen = isNull ? null : which ? Samples.Remainder : (x, y) => x + y + a;
        return chosen!(a, b);
    }

    public static int WithGenerics(int a, long b) => Twice(x => x + 1, a) + (int)Twice(x => x ^ a, b);

    private static int Apply(Func<int, int, int> function, int a, int b) => function(a, b);

    private static T Twice<T>(Func<T, T> function, T of) => function(function(of));

    private static int Twice(this Figure figure) => 2 * figure.Corners;
}
