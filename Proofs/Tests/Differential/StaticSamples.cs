namespace Verify.Proofs.Tests.Differential;

/// <summary>Static fields and their initializers.</summary>
internal static class StaticSamples
{
    private static readonly SampleNode Low = new(1, null);
    private static readonly SampleNode High = new(2, Low);
    private static readonly SampleNode[] Both = [Low, High];
    private static readonly Func<int, int> Increase = value => value + 1;

    /// <summary>On the second path, the merged method returns the same object that the path itself reads.</summary>
    public static int SameObjectOnEachPath(int a, int b)
    {
        SampleNode chosen = Choose(a);
        if (b > 3)
        {
            return ReferenceEquals(chosen, Low) ? 1 : 2;
        }

        return chosen == High ? 3 : chosen == Low ? 4 : 5;
    }

    public static int InElementsAndFields(int a, int b)
    {
        SampleNode chosen = ChooseElement(a);
        return (b < 0 ? 10 : 20) + (chosen == Both[b & 1] ? 1 : 0) + (chosen.Next == Low ? 2 : 0);
    }

    public static int EachTypeItsOwn(int a, int b)
    {
        object chosen = a < 0 ? Kept<int>.Item : Kept<string>.Item;
        object same = OfKind(b);
        return (a == 7 ? 10 : 0) + (chosen == same ? 1 : 0) + (chosen == Kept<int>.Item ? 2 : 0);
    }

    public static int DelegateInField(int a) => Increase(a) + (a == 3 ? Increase(5) : 0);

    public static int HalfDone(int a) => a + HalfDoneOnce.Doubled;

    public static int OneAfterTheOther(int a) => a + Second.Value;

    public static int BrokenMethod(int a) => a > 3 ? Broken.Twice(a) : a;

    public static int BrokenMethodMerged(int a, int b) => b + TwiceUnlessSmall(a);

    public static int BrokenEachTime(int a) => Caught(a) + Caught(a + 1);

    public static int BrokenConstructor(int a) => a > 3 ? new BrokenOnce(a).Value : a;

    public static int BrokenByActivator(int a) => a > 3 ? Made<BrokenOnce>().Value : a;

    public static int BrokenBase(int a) => a > 3 ? new DerivedFromBroken(a).Value : a;

    public static int BrokenForOneType(int a) => BrokenFor<int>.Twice(a) + (a > 3 ? BrokenFor<string>.Twice(a) : 0);

    public static int BrokenStruct(int a)
    {
        BrokenStruct made = default;
        made.Value = a + 1;
        return a > 3 ? made.Twice(a) : made.Value;
    }

    public static int BrokenInside(int a) => a > 3 ? NeedsBroken.Twice(a) : a;

    public static int BrokenAndCaughtInside(int a) => CopesWithBroken.Twice(a);

    public static int NothingOfItUsed(int a, bool isMade)
    {
        BrokenOnce? made = isMade && a == a + 1 ? new BrokenOnce(a) : null;
        return made is null ? a : BrokenOnce.Limit;
    }

    private static SampleNode Choose(int a) => a > 0 ? Low : High;

    private static SampleNode ChooseElement(int a) => a > 0 ? Both[0] : Both[1];

    private static object OfKind(int b) => b == 1 ? Kept<int>.Item : Kept<string>.Item;

    private static int TwiceUnlessSmall(int a) => a > 3 ? Broken.Twice(a) : a;

    private static T Made<T>()
        where T : new() => new();

    private static int Caught(int a)
    {
        try
        {
            return Broken.Twice(a);
        }
        catch (TypeInitializationException)
        {
            return a;
        }
    }
}

internal static class Kept<T>
{
    public static readonly object Item = new SampleNode(typeof(T) == typeof(int) ? 1 : 2, null);
}

internal static class HalfDoneOnce
{
    public static readonly int Doubled = Twice();
    private static readonly int Single = 21;

    // Single is still 0.
    private static int Twice() => (2 * Single) + 5;
}

internal static class First
{
    public static readonly int Value = 3;
}

internal static class Second
{
    public static readonly int Value = First.Value * 7;
}

internal static class Broken
{
    static Broken() => throw new InvalidOperationException();

    public static int Twice(int a) => 2 * a;
}

internal class BrokenOnce
{
    public const int Limit = 100;

    static BrokenOnce() => throw new InvalidOperationException();

    public BrokenOnce()
        : this(5)
    {
    }

    public BrokenOnce(int value) => Value = value;

    public int Value { get; }
}

internal sealed class DerivedFromBroken(int value) : BrokenOnce(value + 1);

internal static class BrokenFor<T>
{
    static BrokenFor()
    {
        if (typeof(T) == typeof(string))
        {
            throw new InvalidOperationException();
        }
    }

    public static int Twice(int a) => 2 * a;
}

internal struct BrokenStruct
{
    public int Value;

    static BrokenStruct() => throw new InvalidOperationException();

    public readonly int Twice(int a) => Value + (2 * a);
}

internal static class NeedsBroken
{
    private static readonly int Start;

    static NeedsBroken() => Start = Broken.Twice(3);

    public static int Twice(int a) => Start + (2 * a);
}

internal static class CopesWithBroken
{
    private static readonly int Start;

    static CopesWithBroken()
    {
        try
        {
            Start = Broken.Twice(3);
        }
        catch (TypeInitializationException)
        {
            Start = 11;
        }
    }

    public static int Twice(int a) => Start + (2 * a);
}
