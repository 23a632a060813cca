using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Verify.Proofs.Tests.Differential.Library;

/// <summary>Arrays by address: spans and their edges, copying, resizing.</summary>
internal static class SpanSamples
{
    private static ReadOnlySpan<ushort> Constants => [1, 0x8002, 3];

    public static int OfArray(byte which, int index)
    {
        var span = new Span<int>(Pick(which));
        return span.Length + span[index];
    }

    public static int OfPartOfArray(byte which, int start, int length) =>
        new Span<int>(Pick(which), start, length).Length;

    public static int ReadOnlyOfPart(byte which, int start, int length)
    {
        var span = new ReadOnlySpan<int>(Pick(which), start, length);
        return span.IsEmpty ? -1 : span[0] + (span[^1] * 10);
    }

    public static bool AreEqual(ushort first, ushort second, byte from, byte length)
    {
        ushort[] items = [1, first, 0x8002, 3];
        Known(from, out int start);
        Known(length, out int count);
        ReadOnlySpan<ushort> part = items.AsSpan(start, count);
        ushort[] others = [1, second, 0x8002];
        return part.SequenceEqual(others);
    }

    public static int Sliced(int start, int length) => ((int[])[1, 2, 3]).AsSpan(1).Slice(start, length).Length;

    public static int SlicedFrom(int start)
    {
        Span<int> span = ((int[])[1, 2, 3]).AsSpan()[start..];
        return span.IsEmpty ? 0 : span[0];
    }

    public static int CopiedTo(byte from, byte to, byte count)
    {
        int[] items = [1, 2, 3];
        Known(from, out int start);
        Known(to, out int target);
        Known(count, out int length);
        items.AsSpan(start, length).CopyTo(items.AsSpan(target));
        return items[0] + (items[1] * 10) + (items[2] * 100);
    }

    public static int Literal(byte index)
    {
        ReadOnlySpan<byte> text = "abc"u8;
        return text.Length + text[index];
    }

    public static int EmptyLiteral(byte index) => ""u8.Length + index;

    public static int ConstantOf(byte index) => Constants[index] + Constants.Length;

    public static int Initialized(byte index)
    {
        long[] items = [long.MinValue, -1, 0x0102_0304_0506_0708, 5];
        return (int)(items[index] >> 7);
    }

    public static int ByOffset(byte which)
    {
        int[] items = [1, 2, 3];
        ref int second = ref items[1];
        ref int other = ref (which & 1) == 0
            ? ref Unsafe.Add(ref second, 1)
            : ref Unsafe.Add(ref second, -1);
        other += 5;
        ref int third = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(items), (nint)2);
        third *= 2;
        Unsafe.Add(ref items[0], (nuint)(which & 2)) += 7;
        return items[0] + (items[1] * 100) + (items[2] * 10_000);
    }

    public static int ByUnknownOffset(byte which)
    {
        int[] items = [1, 2, 3];
        return Unsafe.Add(ref items[1], (which % 3) - 1);
    }

    public static int FirstOf(byte which) => which % 4 == 1 ? -1 : MemoryMarshal.GetArrayDataReference(Pick(which)!);

    public static int LengthOf(byte which) => LengthOfAny(which % 4 == 3 ? new string[5] : Pick(which));

    public static int Resized(byte which, byte to)
    {
        int[]? items = Pick(which);
        int[]? before = items;
        int size = to switch
        {
            0 => 0,
            1 => 1,
            2 => 2,
            3 => -1,
            4 => int.MinValue,
            _ => 5,
        };
        Array.Resize(ref items, size);
        for (int i = 0; i < items!.Length; i++)
        {
            items[i] = 9;
        }

        return items.Length + (ReferenceEquals(items, before) ? 100 : 0) + (before is { Length: > 0 } ? before[0] : 0);
    }

    public static int ResizedKeepsElements(byte to)
    {
        int[] items = [4, 5];
        Array.Resize(ref items, to switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 });
        int sum = 0;
        foreach (int item in items)
        {
            sum = (sum * 10) + item + 1;
        }

        return sum;
    }

    public static bool ResizedCovariant(bool grows)
    {
        object[] items = new string[2];
        Array.Resize(ref items, grows ? 3 : 2);
        items[1] = new SampleNode(1, null);
        return items is string[];
    }

    public static int BigEndianOf(byte a, byte length)
    {
        byte[] bytes = [a, 0x80, 3, 4, 5];
        Span<byte> span = bytes.AsSpan(0, length switch { 0 => 0, 1 => 1, 2 => 2, 3 => 3, 4 => 4, _ => 5 });
        return BinaryPrimitives.ReadUInt16BigEndian(span)
            ^ (span.Length == 2 ? 0 : (int)BinaryPrimitives.ReadUInt32BigEndian(span));
    }

    // One way for each value, with a constant result.
    internal static void Known(byte number, out int known)
    {
        known = 0;
        while (known < number % 4)
        {
            known++;
        }
    }

    private static int LengthOfAny(Array? array) => array!.Length;

    private static int[]? Pick(byte which) => (which % 4) switch
    {
        0 => null,
        1 => [],
        2 => [7],
        _ => [1, 2],
    };
}
