namespace Verify.Proofs.Tests.Differential;

/// <summary>Pure methods whose paths are hard to merge.</summary>
internal static class MergingSamples
{
    public static int ReturnsInsideReturns(int a, int b) => FoundAfterReturn(a, b);

    public static int ReturnsNothingEarly(int a, int b) => BumpedUnless(a, b);

    public static int ReturnsNothingOnEachWay(int a, int b) => SetOnEachWay(a, b);

    public static int TextOrNull(bool a, int b) => LengthOrNull(a) + b;

    public static int OneOfTwoTexts(bool a, int b) => TextOf(a) == "one" ? b : -b;

    public static bool NewEmptyArrays(int a) => ReferenceEquals(Nothing(a), Nothing(a));

    public static int ThrowsOnOneWay(int a, int b) => Quotient(a, b) + Quotient(b, 7);

    // The second method returns early too, and then writes a variable of the first.
    private static int FoundAfterReturn(int a, int b)
    {
        if (a == 1)
        {
            return 5;
        }

        int steps = 0;
        int found = Counted(b, ref steps);
        return (found * 100) + steps;
    }

    private static int Counted(int b, ref int steps)
    {
        if (b == 3)
        {
            return 1;
        }

        steps = 7;
        return b == 4 ? 3 : 2;
    }

    private static int BumpedUnless(int a, int b)
    {
        int sum = a;
        Bump(ref sum, b);
        return sum;
    }

    private static void Bump(ref int sum, int b)
    {
        if (b == 3)
        {
            return;
        }

        sum++;
        if (b > 10)
        {
            sum *= 2;
        }
    }

    private static int SetOnEachWay(int a, int b)
    {
        int sum = a;
        Set(ref sum, b);
        return sum + 1;
    }

    private static void Set(ref int sum, int b)
    {
        if (b == 3)
        {
            sum = 4;
            return;
        }

        if (b == 5)
        {
            sum = b;
            return;
        }

        sum = -1;
    }

    private static int LengthOrNull(bool a)
    {
        string? text = a ? "text" : null;
        return text is null ? 1 : 2;
    }

    private static string TextOf(bool a) => a ? "one" : "two";

    private static int[] Nothing(int a) => new int[a & 0];

    private static int Quotient(int a, int b) => a > 100 ? a / b : a;
}
