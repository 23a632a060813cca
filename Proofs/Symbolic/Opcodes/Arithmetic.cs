using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Wrapping integer arithmetic, division, bit operations and shifts.</summary>
internal static class Arithmetic
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Add] = static (run, frame, _) => Binary(run, frame, Operator.Add),
        [Code.Sub] = static (run, frame, _) => Binary(run, frame, Operator.Subtract),
        [Code.Mul] = static (run, frame, _) => Binary(run, frame, Operator.Multiply),
        [Code.And] = static (run, frame, _) => Binary(run, frame, Operator.And),
        [Code.Or] = static (run, frame, _) => Binary(run, frame, Operator.Or),
        [Code.Xor] = static (run, frame, _) => Binary(run, frame, Operator.Xor),
        [Code.Div] = static (run, frame, _) => DivideSigned(run, frame, Operator.DivideSigned),
        [Code.Rem] = static (run, frame, _) => DivideSigned(run, frame, Operator.RemainderSigned),
        [Code.Div_Un] = static (run, frame, _) => DivideUnsigned(run, frame, Operator.DivideUnsigned),
        [Code.Rem_Un] = static (run, frame, _) => DivideUnsigned(run, frame, Operator.RemainderUnsigned),
        [Code.Shl] = static (run, frame, _) => Shift(run, frame, Operator.ShiftLeft),
        [Code.Shr] = static (run, frame, _) => Shift(run, frame, Operator.ShiftRightSigned),
        [Code.Shr_Un] = static (run, frame, _) => Shift(run, frame, Operator.ShiftRightUnsigned),
        [Code.Not] = static (run, frame, _) => Unary(frame, run.Terms.Not),
        [Code.Neg] = static (run, frame, _) => Unary(frame, operand => Negative(run.Terms, operand)),
    };

    private static void Binary(SymbolicRun run, Frame frame, Operator op)
    {
        var (first, second, areNative) = frame.PopTerms(run.Terms);
        frame.Push(run.Terms.Binary(op, first, second), areNative);
    }

    private static void Unary(Frame frame, Func<Term, Term> apply)
    {
        Scalar operand = frame.PopScalar();
        frame.Push(apply(operand.Term), operand.IsNative);
    }

    private static Term Negative(TermFactory terms, Term operand) =>
        terms.Binary(Operator.Subtract, terms.Constant(0, operand.Width), operand);

    private static void DivideUnsigned(SymbolicRun run, Frame frame, Operator op)
    {
        var (dividend, divisor, areNative) = frame.PopTerms(run.Terms, signed: false);
        ThrowIfZero(run, divisor);
        frame.Push(run.Terms.Binary(op, dividend, divisor), areNative);
    }

    // The most negative number divided by -1 throws, and so does its remainder.
    private static void DivideSigned(SymbolicRun run, Frame frame, Operator op)
    {
        var (dividend, divisor, areNative) = frame.PopTerms(run.Terms);
        ThrowIfZero(run, divisor);
        TermFactory terms = run.Terms;
        run.ThrowIf(
            terms.And(
                terms.Equal(divisor, terms.Constant(ulong.MaxValue, divisor.Width)),
                terms.Equal(dividend, terms.Constant(Bits.SignBit(dividend.Width), dividend.Width))),
            typeof(OverflowException));
        frame.Push(terms.Binary(op, dividend, divisor), areNative);
    }

    private static void ThrowIfZero(SymbolicRun run, Term divisor) =>
        run.ThrowIf(run.Terms.Equal(divisor, run.Terms.Constant(0, divisor.Width)), typeof(DivideByZeroException));

    private static void Shift(SymbolicRun run, Frame frame, Operator op)
    {
        TermFactory terms = run.Terms;
        Term count = frame.PopCount();
        Scalar shifted = frame.PopScalar();
        Term operand = shifted.Term;
        if (!run.Decide(terms.Compare(Operator.LessUnsigned, count, terms.Constant((ulong)operand.Width, count.Width))))
        {
            throw new UnsupportedCodeException("a shift by the operand's width or more, which IL leaves undefined");
        }

        frame.Push(terms.Binary(op, operand, terms.Resize(count, operand.Width, signed: false)), shifted.IsNative);
    }
}
