namespace Verify.Proofs.Tests.Differential;

/// <summary>Boxed values, unboxed as the right type or another.</summary>
internal static class BoxSamples
{
    public static int Boxed(int a, short b, bool which)
    {
        object boxed = which ? new Pair(a, b) : a;
        return boxed is Pair pair ? pair.Total : (int)boxed;
    }

    public static int EnumAsItsNumber(byte a, bool which)
    {
        object boxed = which ? (Colour)a : a;
        return (byte)boxed + (int)(Colour)boxed + (boxed is byte ? 1000 : 0);
    }

    public static int BadUnboxing(int a, bool which)
    {
        object boxed = which ? (long)a : a;
        return (int)boxed;
    }
}
