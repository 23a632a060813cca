using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Checked arithmetic: a result that does not fit throws OverflowException.</summary>
internal static class CheckedArithmetic
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Add_Ovf] = static (run, frame, _) => Execute(run, frame, Operator.Add, AddOverflowsSigned),
        [Code.Add_Ovf_Un] = static (run, frame, _) =>
            Execute(run, frame, Operator.Add, AddOverflowsUnsigned, signed: false),
        [Code.Sub_Ovf] = static (run, frame, _) => Execute(run, frame, Operator.Subtract, SubtractOverflowsSigned),
        [Code.Sub_Ovf_Un] = static (run, frame, _) =>
            Execute(run, frame, Operator.Subtract, SubtractOverflowsUnsigned, signed: false),
        [Code.Mul_Ovf] = static (run, frame, _) => Execute(run, frame, Operator.Multiply, MultiplyOverflowsSigned),
        [Code.Mul_Ovf_Un] = static (run, frame, _) =>
            Execute(run, frame, Operator.Multiply, MultiplyOverflowsUnsigned, signed: false),
    };

    private delegate Term OverflowTest(TermFactory terms, Term first, Term second, Term result);

    private static void Execute(
        SymbolicRun run, Frame frame, Operator op, OverflowTest overflows, bool signed = true)
    {
        var (first, second, areNative) = frame.PopTerms(run.Terms, signed);
        Term result = run.Terms.Binary(op, first, second);
        run.ThrowIf(overflows(run.Terms, first, second, result), typeof(OverflowException));
        frame.Push(result, areNative);
    }

    private static Term AddOverflowsUnsigned(TermFactory terms, Term first, Term second, Term result) =>
        terms.Compare(Operator.LessUnsigned, result, first);

    private static Term SubtractOverflowsUnsigned(TermFactory terms, Term first, Term second, Term result) =>
        terms.Compare(Operator.LessUnsigned, first, second);

    // The operands have the same sign, and the sum has the other.
    private static Term AddOverflowsSigned(TermFactory terms, Term first, Term second, Term result) =>
        terms.And(
            terms.Equal(IsNegative(terms, first), IsNegative(terms, second)),
            terms.Not(terms.Equal(IsNegative(terms, first), IsNegative(terms, result))));

    private static Term SubtractOverflowsSigned(TermFactory terms, Term first, Term second, Term result) =>
        terms.And(
            terms.Not(terms.Equal(IsNegative(terms, first), IsNegative(terms, second))),
            terms.Not(terms.Equal(IsNegative(terms, first), IsNegative(terms, result))));

    // Dividing the product does not give back the first operand.
    private static Term MultiplyOverflowsUnsigned(TermFactory terms, Term first, Term second, Term result) =>
        terms.And(
            terms.Not(terms.Equal(second, terms.Constant(0, second.Width))),
            terms.Not(terms.Equal(terms.Binary(Operator.DivideUnsigned, result, second), first)));

    // Likewise; the most negative number times -1 overflows too, although the division wraps back.
    private static Term MultiplyOverflowsSigned(TermFactory terms, Term first, Term second, Term result)
    {
        Term isMinusOne = terms.Equal(second, terms.Constant(ulong.MaxValue, second.Width));
        Term isLeast = terms.Equal(first, terms.Constant(Bits.SignBit(first.Width), first.Width));
        Term isZero = terms.Equal(second, terms.Constant(0, second.Width));
        Term differs = terms.Not(terms.Equal(terms.Binary(Operator.DivideSigned, result, second), first));
        return terms.Or(terms.And(isMinusOne, isLeast), terms.And(terms.Not(isZero), differs));
    }

    private static Term IsNegative(TermFactory terms, Term term) =>
        terms.Compare(Operator.LessSigned, term, terms.Constant(0, term.Width));
}
