using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Translates terms to Z3 expressions: one bit to Bool, all else to bit-vectors. Each term is translated once.
/// </summary>
internal sealed class Z3Translation(Context context)
{
    private readonly Dictionary<Term, Expr> _known = [];

    public BoolExpr Truth(Term term) => (BoolExpr)Expression(term);

    /// <summary>The values of variables in the solver's model.</summary>
    public Dictionary<string, ulong> Values(Solver solver, IReadOnlyList<Term> variables)
    {
        using Microsoft.Z3.Model model = solver.Model;
        return variables.ToDictionary(variable => variable.Name!, variable => Value(model, Expression(variable)));
    }

    private static ulong Value(Microsoft.Z3.Model model, Expr variable)
    {
        using Expr value = model.Evaluate(variable, completion: true);
        return value is BitVecNum number ? number.UInt64 : value.IsTrue ? 1UL : 0;
    }

    private BitVecExpr Vector(Term term) =>
        term.Width > 1 ? (BitVecExpr)Expression(term)
        : (BitVecExpr)context.MkITE(Truth(term), context.MkBV(1, 1), context.MkBV(0, 1));

    public Expr Expression(Term term)
    {
        if (!_known.TryGetValue(term, out Expr? expression))
        {
            expression = term switch
            {
                { Operator: Operator.Variable, Width: 1 } => context.MkBoolConst(term.Name!),
                { Operator: Operator.Variable } => context.MkBVConst(term.Name!, (uint)term.Width),
                { Operator: Operator.Constant, Width: 1 } => context.MkBool(term.IsTrue),
                { Operator: Operator.Constant } => context.MkBV(term.Value, (uint)term.Width),
                { Operator: Operator.Choose } =>
                    context.MkITE(Truth(term.First!), Expression(term.Second!), Expression(term.Third!)),
                { Width: 1 } => TranslateTruth(term),
                _ => TranslateVector(term),
            };
            _known.Add(term, expression);
        }

        return expression;
    }

    private BoolExpr TranslateTruth(Term term) => term.Operator switch
    {
        Operator.Not => context.MkNot(Truth(term.First!)),
        Operator.And => context.MkAnd(Truth(term.First!), Truth(term.Second!)),
        Operator.Or => context.MkOr(Truth(term.First!), Truth(term.Second!)),
        Operator.Xor => context.MkXor(Truth(term.First!), Truth(term.Second!)),
        Operator.Equal => context.MkEq(Expression(term.First!), Expression(term.Second!)),
        Operator.LessUnsigned => context.MkBVULT(Vector(term.First!), Vector(term.Second!)),
        Operator.LessSigned => context.MkBVSLT(Vector(term.First!), Vector(term.Second!)),
        Operator.Truncate => context.MkEq(context.MkExtract(0, 0, Vector(term.First!)), context.MkBV(1, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(term), term, "is not a truth value"),
    };

    private BitVecExpr TranslateVector(Term term)
    {
        BitVecExpr first = Vector(term.First!);
        return term.Operator switch
        {
            Operator.Not => context.MkBVNot(first),
            Operator.ZeroExtend => context.MkZeroExt((uint)(term.Width - term.First!.Width), first),
            Operator.SignExtend => context.MkSignExt((uint)(term.Width - term.First!.Width), first),
            Operator.Truncate => context.MkExtract((uint)term.Width - 1, 0, first),
            _ => TranslateBinary(term.Operator, first, Vector(term.Second!)),
        };
    }

    private BitVecExpr TranslateBinary(Operator op, BitVecExpr first, BitVecExpr second) => op switch
    {
        Operator.And => context.MkBVAND(first, second),
        Operator.Or => context.MkBVOR(first, second),
        Operator.Xor => context.MkBVXOR(first, second),
        Operator.Add => context.MkBVAdd(first, second),
        Operator.Subtract => context.MkBVSub(first, second),
        Operator.Multiply => context.MkBVMul(first, second),
        Operator.DivideUnsigned => context.MkBVUDiv(first, second),
        Operator.DivideSigned => context.MkBVSDiv(first, second),
        Operator.RemainderUnsigned => context.MkBVURem(first, second),
        Operator.RemainderSigned => context.MkBVSRem(first, second),
        Operator.ShiftLeft => context.MkBVSHL(first, second),
        Operator.ShiftRightUnsigned => context.MkBVLSHR(first, second),
        Operator.ShiftRightSigned => context.MkBVASHR(first, second),
        _ => throw new ArgumentOutOfRangeException(nameof(op), op, "is not translated"),
    };
}
