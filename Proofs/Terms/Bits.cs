namespace Verify.Proofs.Terms;

/// <summary>Arithmetic on known bit-vectors of 1 to 64 bits, zero-extended to a 64-bit word.</summary>
internal static class Bits
{
    public static ulong Mask(int width) => ulong.MaxValue >> (64 - width);

    public static ulong SignBit(int width) => 1UL << (width - 1);

    public static ulong Truncate(ulong value, int width) => value & Mask(width);

    public static long Signed(ulong value, int width) => (long)(value << (64 - width)) >> (64 - width);

    /// <summary>Applies an operator to the values of its operands, given the width of the first.</summary>
    public static ulong Apply(Operator op, int width, int operandWidth, ulong a, ulong b, ulong c)
    {
        var signedA = Signed(a, operandWidth);
        var signedB = Signed(b, operandWidth);
        var result = op switch
        {
            Operator.Not => ~a,
            Operator.And => a & b,
            Operator.Or => a | b,
            Operator.Xor => a ^ b,
            Operator.Add => a + b,
            Operator.Subtract => a - b,
            Operator.Multiply => a * b,
            Operator.DivideUnsigned => b == 0 ? ulong.MaxValue : a / b,
            Operator.DivideSigned => DivideSigned(signedA, signedB),
            Operator.RemainderUnsigned => b == 0 ? a : a % b,
            Operator.RemainderSigned => b == 0 ? a : signedB == -1 ? 0 : (ulong)(signedA % signedB),
            Operator.ShiftLeft => b >= (ulong)width ? 0 : a << (int)b,
            Operator.ShiftRightUnsigned => b >= (ulong)width ? 0 : a >> (int)b,
            Operator.ShiftRightSigned => (ulong)(signedA >> (int)Math.Min(b, 63)),
            Operator.Equal => a == b ? 1UL : 0,
            Operator.LessUnsigned => a < b ? 1UL : 0,
            Operator.LessSigned => signedA < signedB ? 1UL : 0,
            Operator.Choose => a == 1 ? b : c,
            Operator.ZeroExtend or Operator.Truncate => a,
            Operator.SignExtend => (ulong)signedA,
            _ => throw new ArgumentOutOfRangeException(nameof(op), op, "has no operands"),
        };
        return Truncate(result, width);
    }

    // Division by zero is as SMT-LIB defines it; the most negative value divided by -1 wraps.
    private static ulong DivideSigned(long a, long b) => b switch
    {
        0 => a < 0 ? 1UL : ulong.MaxValue,
        -1 => 0UL - (ulong)a,
        _ => (ulong)(a / b),
    };
}
