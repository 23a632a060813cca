namespace Verify.Proofs.Terms;

/// <summary>
/// The operators of terms, which are the bit-vector operators of SMT-LIB 2. A truth value is one bit wide.
/// </summary>
public enum Operator
{
    /// <summary>A known value.</summary>
    Constant,

    /// <summary>An unknown value: an input of the harness.</summary>
    Variable,

    /// <summary>Every bit inverted (bvnot).</summary>
    Not,

    /// <summary>bvand.</summary>
    And,

    /// <summary>bvor.</summary>
    Or,

    /// <summary>bvxor.</summary>
    Xor,

    /// <summary>Sum modulo 2 to the width (bvadd).</summary>
    Add,

    /// <summary>Difference modulo 2 to the width (bvsub).</summary>
    Subtract,

    /// <summary>Product modulo 2 to the width (bvmul).</summary>
    Multiply,

    /// <summary>bvudiv; the executor never divides by zero.</summary>
    DivideUnsigned,

    /// <summary>bvsdiv, which rounds towards zero.</summary>
    DivideSigned,

    /// <summary>bvurem.</summary>
    RemainderUnsigned,

    /// <summary>bvsrem, with the sign of the dividend.</summary>
    RemainderSigned,

    /// <summary>bvshl.</summary>
    ShiftLeft,

    /// <summary>Shifts in zeros (bvlshr).</summary>
    ShiftRightUnsigned,

    /// <summary>Shifts in the sign bit (bvashr).</summary>
    ShiftRightSigned,

    /// <summary>One bit: the operands are equal.</summary>
    Equal,

    /// <summary>One bit: bvult.</summary>
    LessUnsigned,

    /// <summary>One bit: bvslt.</summary>
    LessSigned,

    /// <summary>The second operand if the first, one bit, is set; otherwise the third (ite).</summary>
    Choose,

    /// <summary>Zero extension.</summary>
    ZeroExtend,

    /// <summary>Sign extension.</summary>
    SignExtend,

    /// <summary>The low bits.</summary>
    Truncate,
}
