using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>The SMT-LIB 2 symbol of an operator, which differs between bools and bit-vectors.</summary>
internal static class SmtLibSymbol
{
    public static string Of(Term term) => (term.Operator, IsTruth: term.Width == 1) switch
    {
        (Operator.Not, IsTruth: true) => "not",
        (Operator.And, IsTruth: true) => "and",
        (Operator.Or, IsTruth: true) => "or",
        (Operator.Xor, IsTruth: true) => "xor",
        (Operator.Equal, _) => "=",
        (Operator.Choose, _) => "ite",
        (Operator.LessUnsigned, _) => "bvult",
        (Operator.LessSigned, _) => "bvslt",
        (Operator.Not, _) => "bvnot",
        (Operator.And, _) => "bvand",
        (Operator.Or, _) => "bvor",
        (Operator.Xor, _) => "bvxor",
        (Operator.Add, _) => "bvadd",
        (Operator.Subtract, _) => "bvsub",
        (Operator.Multiply, _) => "bvmul",
        (Operator.DivideUnsigned, _) => "bvudiv",
        (Operator.DivideSigned, _) => "bvsdiv",
        (Operator.RemainderUnsigned, _) => "bvurem",
        (Operator.RemainderSigned, _) => "bvsrem",
        (Operator.ShiftLeft, _) => "bvshl",
        (Operator.ShiftRightUnsigned, _) => "bvlshr",
        (Operator.ShiftRightSigned, _) => "bvashr",
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "has no symbol"),
    };
}
