namespace Verify.Proofs.Terms;

/// <summary>
/// How a term is made from its operands: the bit-vector operators of SMT-LIB 2. A truth value is one bit wide.
/// </summary>
public enum Operator
{
    /// <summary>A known value.</summary>
    Constant,

    /// <summary>An unknown value, an input of the harness.</summary>
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

    /// <summary>bvudiv; the divisor is never zero where code is executed.</summary>
    DivideUnsigned,

    /// <summary>bvsdiv, towards zero.</summary>
    DivideSigned,

    /// <summary>bvurem.</summary>
    RemainderUnsigned,

    /// <summary>bvsrem, with the sign of the dividend.</summary>
    RemainderSigned,

    /// <summary>bvshl.</summary>
    ShiftLeft,

    /// <summary>Zeros come in from the left (bvlshr).</summary>
    ShiftRightUnsigned,

    /// <summary>The sign comes in from the left (bvashr).</summary>
    ShiftRightSigned,

    /// <summary>One bit: the operands are equal.</summary>
    Equal,

    /// <summary>One bit: bvult.</summary>
    LessUnsigned,

    /// <summary>One bit: bvslt.</summary>
    LessSigned,

    /// <summary>The second operand where the first, one bit, is set; else the third (ite).</summary>
    Choose,

    /// <summary>Widened with zeros.</summary>
    ZeroExtend,

    /// <summary>Widened with the sign.</summary>
    SignExtend,

    /// <summary>The low bits.</summary>
    Truncate,
}
