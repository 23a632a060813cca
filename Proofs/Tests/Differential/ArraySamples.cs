using System.Buffers.Binary;

namespace Verify.Proofs.Tests.Differential;

/// <summary>Arrays and spans, with known and unknown indices.</summary>
internal static class ArraySamples
{
    private static readonly ushort[] Table = [1, 10, 100, 1000, 10_000];

    private static ReadOnlySpan<byte> Octets => [7, 5, 3, 1];

    public static int Literal(byte index) => Table[index & 3] + Octets[index & 3];

    public static int OutOfRange(int index) => Table[index];

    public static long WriteAnywhere(uint index, long value, bool more)
    {
        long[] items = [1, 2, 3];
        items[index] = value;
        items[more ? 0 : 2] += 10;
        return (items[0] * 1_000_003) ^ (items[1] * 1009) ^ items[2];
    }

    public static int OfStructs(int index, int a, short b)
    {
        var pairs = new Pair[3];
        pairs[1] = new Pair(a, b);
        pairs[(index & 1) + 1].Add(3);
        ref Pair pair = ref pairs[index & 1];
        pair.First++;
        return pairs[0].Total + (2 * pairs[1].Total) + (3 * pairs[index & 1].Total) + pairs[2].First;
    }

    public static int Foreach(int a, int b, byte which)
    {
        int[] items = [a, b, a ^ b];
        int sum = items.Length;
        foreach (int item in items)
        {
            sum = (sum * 3) + item;
        }

        foreach (ref int item in items.AsSpan())
        {
            item += which;
        }

        foreach (ref readonly int item in items.AsSpan(1, 2))
        {
            sum ^= item;
        }

        ReadOnlySpan<int> span = items;
        return sum + span[which % 4] + span[1..].Length;
    }

    public static int Truthful(bool a, bool b, int index)
    {
        bool[] truths = [a, b, a ^ b];
        truths[1] |= truths[index & 1];
        return (truths[0] ? 1 : 0) + (truths[1] ? 2 : 0) + (truths[2] ? 4 : 0);
    }

    public static long Small(sbyte a, ushort b, char c, byte index)
    {
        sbyte[] first = [a, (sbyte)-a];
        ushort[] second = [b, (ushort)~b];
        char[] third = [c, 'x'];
        uint[] fourth = [(uint)a, b];
        return first[index & 1] + second[index & 1] + third[index & 1] + fourth[index & 1];
    }

    public static int Resize(int a, byte index)
    {
        int[] items = [a, 2];
        Array.Resize(ref items, 4);
        items[3] = 5;
        return items[index % 5];
    }

    public static int SliceAnywhere(int a, int start, int length)
    {
        int[] items = [a, 2, 3];
        Span<int> slice = items.AsSpan()[start..].Slice(0, length);
        for (int i = 0; i < slice.Length; i++)
        {
            slice[i] += i + 1;
        }

        return slice.Length + (items[0] * 3) + (items[1] * 5) + (items[2] * 7);
    }

    public static int OfAnotherType(bool which, int a)
    {
        object[] items = which ? new SampleNode[2] : new object[2];
        items[a & 1] = "text";
        return 1;
    }

    public static int OfNull(bool isNull, int a)
    {
        int[]? items = isNull ? null : [a];
        return items!.Length + items[0];
    }

    public static int Text(byte index)
    {
        string text = index % 2 == 0 ? "even" : "odd";
        return text.Length + text[index % 5] + (text == "odd" ? 1000 : 0);
    }

    public static long BigEndian(byte a, byte b, byte c, bool isShort)
    {
        byte[] bytes = [a, b, 3, c, a, 0xff];
        ReadOnlySpan<byte> rest = bytes.AsSpan(1, isShort ? 3 : 5);
        return BinaryPrimitives.ReadUInt16BigEndian(rest[1..]) * 1009L + BinaryPrimitives.ReadUInt32BigEndian(rest);
    }
}
