using Verify.Implementation.Primitives;

namespace Verify.Proofs.Tests.Differential;

internal enum Colour : byte
{
    Red,
    Green,
    Blue,
}

internal struct Pair(int first, short second)
{
    public int First = first;
    public short Second = second;

    public readonly int Total => First + Second;

    public void Add(int value)
    {
        First += value;
        Second = (short)(Second - value);
    }
}

internal struct Nest(byte before, Pair inner, bool flag)
{
    public byte Before = before;
    public Pair Inner = inner;
    public bool Flag = flag;
}

internal readonly struct Words(int a, int b, int c, int d, int e, int f, int g, int h)
{
    public readonly int A = a, B = b, C = c, D = d, E = e, F = f, G = g, H = h;
}

internal readonly struct Wides(long a, long b, ulong c, ulong d, ulong e, long f)
{
    public readonly long A = a, B = b;
    public readonly ulong C = c, D = d, E = e;
    public readonly long F = f;
}

internal readonly struct Truths(bool a, bool b, bool c, bool d, bool e, bool f)
{
    public readonly bool A = a, B = b, C = c, D = d, E = e, F = f;
}

internal interface IShape
{
    int Area { get; }

    int Twice() => 2 * Area;
}

internal abstract class Figure(int side) : IShape
{
    public int Side { get; set; } = side;

    public abstract int Area { get; }

    public virtual int Corners => 4;

    public int Describe(int factor) => (Corners * factor) + Area;
}

internal sealed class Square(int side) : Figure(side)
{
    public override int Area => Side * Side;
}

internal class Triangle(int side) : Figure(side)
{
    public override int Area => Side * 2;

    public override int Corners => base.Corners - 1;

    public int Twice() => -Area;
}

internal sealed class Wedge(int side) : Triangle(side), IShape
{
    int IShape.Area => Side + 1;

    public override int Corners => base.Corners + 100;
}

internal readonly struct Dot(int area) : IShape
{
    public int Area { get; } = area;
}

internal class Plain
{
    public virtual int Value(int of) => of;
}

internal class Hiding : Plain
{
    public new virtual int Value(int of) => of + 1;
}

internal sealed class OverridingHidden : Hiding
{
    public override int Value(int of) => of + 2;
}

internal interface IBase
{
    int Value(int of) => of;
}

internal interface IDerived : IBase
{
    int IBase.Value(int of) => -of;
}

internal sealed class WithBase : IBase;

internal sealed class WithDerived : IDerived;

internal interface INumber
{
    static abstract int Value(int of);
}

internal readonly struct Doubling : INumber
{
    public static int Value(int of) => 2 * of;
}

internal readonly struct Negating : INumber
{
    static int INumber.Value(int of) => -of;
}

internal static class Numbers<T>
    where T : INumber
{
    public static readonly int OfThree = T.Value(3);

    public static int Sum(int a, int b) => T.Value(a) + T.Value(b);
}

internal sealed class SampleNode(int key, SampleNode? next)
{
    public int Key = key;
    public int Hits;

    public SampleNode? Next { get; set; } = next;
}

internal sealed class Holder<T>
{
    public T[] Items = new T[2];

    public T? Last { get; set; }

    public static Holder<T> Of(T first, T second) => new() { Items = [first, second], Last = second };
}

internal sealed record Point(int X, short Y);

internal sealed class Item : ZoneItem
{
    private Links<Item> _links;

    public int Key { get; set; }

    public Item? Next => _links.Next;

    internal override void Clear() => Key = 0;

    internal readonly struct InChain : ILinksOf<Item>
    {
        public static ref Links<Item> Of(Item item) => ref item._links;
    }
}
