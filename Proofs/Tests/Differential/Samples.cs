namespace Verify.Proofs.Tests.Differential;

/// <summary>Small methods that together use every family of opcodes.</summary>
internal static class Samples
{
    private static readonly int Eleven = 11;
    private static readonly Pair Fixed = new(3, 4);

    public static int Constants(int a) => a + 0 + 1 + 2 + 8 + 100 + 100_000 - 1;

    public static long WideConstants(long a) => a ^ 0x1234_5678_9abc_def0;

    public static Words Arithmetic(int a, int b) => new(a + b, a - b, a * b, a & b, a | b, a ^ b, ~a, -b);

    public static Wides WideArithmetic(long a, ulong b) => new(a + (long)b, a - 3, (ulong)a & b, b | 5, ~b, -a);

    public static Words SmallArithmetic(sbyte a, byte b, short c, ushort d) =>
        new((sbyte)(a + b), (byte)(a * b), (short)(c - d), (ushort)(c + d), (byte)-b, (char)d, a & b, c ^ d);

    public static Words Shifts(int a, uint b, int count) =>
        new(a << count, a >> count, a >>> count, (int)(b << count), (int)(b >> count), a << 3, (int)(b >> 7), a >> 31);

    public static Wides WideShifts(long a, ulong b, int count) =>
        new(a << count, a >> count, b << count, b >> count, b >> 63, a << 1);

    public static int Divide(int a, int b) => a / b;

    public static int Remainder(int a, int b) => a % b;

    public static uint DivideUnsigned(uint a, uint b) => (a / b) ^ (a % b);

    public static long DivideWide(long a, sbyte b) => a / b;

    public static int CheckedAdd(int a, int b) => checked(a + b);

    public static uint CheckedAddUnsigned(uint a, uint b) => checked(a + b);

    public static long CheckedAddWide(long a, long b) => checked(a + b);

    public static int CheckedSubtract(int a, int b) => checked(a - b);

    public static uint CheckedSubtractUnsigned(uint a, uint b) => checked(a - b);

    public static int CheckedMultiply(int a, short b) => checked(a * b);

    public static uint CheckedMultiplyUnsigned(uint a, ushort b) => checked(a * b);

    public static Wides Convert(long a) =>
        new((sbyte)a, (short)a, (byte)a, (ushort)a, (uint)a, (int)a);

    public static Wides Widen(sbyte a, byte b, short c, char d, int e) => new(a, c, b, d, (ulong)e, (uint)e + (nint)a);

    public static long CheckedConvert(long a, byte kind) => checked((kind % 8) switch
    {
        0 => (sbyte)a,
        1 => (byte)a,
        2 => (short)a,
        3 => (ushort)a,
        4 => (int)a,
        5 => (uint)a,
        6 => (long)(ulong)a,
        _ => (nint)a,
    });

    public static long CheckedConvertUnsigned(ulong a, byte kind) => checked((kind % 7) switch
    {
        0 => (sbyte)a,
        1 => (byte)a,
        2 => (short)a,
        3 => (ushort)a,
        4 => (int)a,
        5 => (uint)a,
        _ => (long)a,
    });

    public static long CheckedConvertInt(int a, uint b, bool which) => checked(which ? (long)(ulong)a : (int)b);

    public static ulong CheckedConvertNegative(int a, long b, bool which) => checked(which ? (ulong)a : (ulong)b);

    public static Truths Compare(int a, int b) => new(a == b, a != b, a < b, a <= b, a > b, a >= b);

    public static Truths CompareUnsigned(uint a, uint b) => new(a == b, a != b, a < b, a <= b, a > b, a >= b);

    public static Truths CompareWide(long a, ulong b) =>
        new(a == 5, a < 0, b > 1_000_000_000_000, b <= 3, a > (long)b, (ulong)a >= b);

    public static Truths CompareSmall(byte a, ushort b, sbyte c) =>
        new(a == b, a < b, c < a, c == -1, a > 200, b >= 1024);

    public static int Branch(int a, int b, bool c)
    {
        if (c && a > b)
        {
            return 1;
        }

        if (!c || a == b)
        {
            return a <= 7 ? 2 : 3;
        }

        return (uint)a < (uint)b ? 4 : 5;
    }

    public static int Switch(int a)
    {
        switch (a)
        {
            case 0: return 10;
            case 1: return 20;
            case 2:
            case 3: return 30;
            case 7: return 40;
            default: return -1;
        }
    }

    public static int SwitchOnEnum(Colour colour) => colour switch
    {
        Colour.Red => 1,
        Colour.Green => 2,
        Colour.Blue => 4,
        _ => 0,
    };

    public static int Loop(byte a)
    {
        int sum = 0;
        for (int i = 0; i < a % 6; i++)
        {
            for (int j = i; j > 0; j--)
            {
                sum += i * j;
            }
        }

        return sum;
    }

    public static int LeaveLoop(ushort a)
    {
        int steps = 0;
        while (true)
        {
            if (a == 1 || steps == 5)
            {
                return steps;
            }

            a = (ushort)((a & 1) == 0 ? a >> 1 : (3 * a) + 1);
            steps++;
        }
    }

    public static int Recursion(byte a) => Factorial(a & 7);

    public static int MergedCalls(int a, int b) => Clamp(a, -5, 5) + Clamp(b, 0, 1000) + Math.Max(a, b);

    public static int LibraryCall(int a) => Math.Abs(a);

    public static Pair Struct(int a, short b)
    {
        var pair = new Pair(a, b);
        pair.Second++;
        var copy = pair;
        copy.Second = 9;
        pair.First += copy.Second;
        return pair;
    }

    public static Nest StructInStruct(Nest nest, int a)
    {
        nest.Inner.Second = (short)a;
        nest.Inner.First += nest.Before;
        Nest copy = nest;
        copy.Inner = new Pair(1, 2);
        nest.Flag = copy.Inner.First == a;
        return nest;
    }

    public static Pair ByReference(int a, short b)
    {
        Pair pair = default;
        Fill(out pair.First, ref pair.Second, a, b);
        ref short second = ref pair.Second;
        second += 2;
        Swap(ref pair);
        return pair;
    }

    public static int ReadOnlyReference(Pair pair, int a) => Sum(in pair) + Sum(new Pair(a, 1)) + pair.Total;

    public static int Mutating(Pair pair)
    {
        pair.Add(5);
        pair.Add(pair.First);
        return pair.Total;
    }

    public static int Statics(int a) => a + Eleven + Fixed.Total;

    public static int Throws(int a) => a > 3 ? throw new ArgumentException("too large") : a;

    public static int ThrowsInCall(int a, int b) => Throws(a) / Throws(b);

    public static bool OnlyTruths(bool a, bool b, bool c) => (a ^ b) | (!c & a);

    private static int Factorial(int a) => a <= 1 ? 1 : a * Factorial(a - 1);

    private static int Clamp(int value, int low, int high) => value < low ? low : value > high ? high : value;

    private static void Fill(out int first, ref short second, int a, short b)
    {
        first = a;
        second += b;
    }

    private static void Swap(ref Pair pair) => pair = new Pair(pair.Second, (short)pair.First);

    private static int Sum(in Pair pair) => pair.First + pair.Second;
}
