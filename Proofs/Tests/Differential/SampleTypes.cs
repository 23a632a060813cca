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
