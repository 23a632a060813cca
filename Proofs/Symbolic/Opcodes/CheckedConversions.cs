using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Checked conversions: a value outside of the target type throws OverflowException.</summary>
internal static class CheckedConversions
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Conv_Ovf_I1] = static (run, frame, _) => Execute(run, frame, true, 8, true),
        [Code.Conv_Ovf_I2] = static (run, frame, _) => Execute(run, frame, true, 16, true),
        [Code.Conv_Ovf_I4] = static (run, frame, _) => Execute(run, frame, true, 32, true),
        [Code.Conv_Ovf_I8] = static (run, frame, _) => Execute(run, frame, true, 64, true),
        [Code.Conv_Ovf_I] = static (run, frame, _) => Execute(run, frame, true, 64, true, isNative: true),
        [Code.Conv_Ovf_U1] = static (run, frame, _) => Execute(run, frame, true, 8, false),
        [Code.Conv_Ovf_U2] = static (run, frame, _) => Execute(run, frame, true, 16, false),
        [Code.Conv_Ovf_U4] = static (run, frame, _) => Execute(run, frame, true, 32, false),
        [Code.Conv_Ovf_U8] = static (run, frame, _) => Execute(run, frame, true, 64, false),
        [Code.Conv_Ovf_U] = static (run, frame, _) => Execute(run, frame, true, 64, false, isNative: true),
        [Code.Conv_Ovf_I1_Un] = static (run, frame, _) => Execute(run, frame, false, 8, true),
        [Code.Conv_Ovf_I2_Un] = static (run, frame, _) => Execute(run, frame, false, 16, true),
        [Code.Conv_Ovf_I4_Un] = static (run, frame, _) => Execute(run, frame, false, 32, true),
        [Code.Conv_Ovf_I8_Un] = static (run, frame, _) => Execute(run, frame, false, 64, true),
        [Code.Conv_Ovf_I_Un] = static (run, frame, _) => Execute(run, frame, false, 64, true, isNative: true),
        [Code.Conv_Ovf_U1_Un] = static (run, frame, _) => Execute(run, frame, false, 8, false),
        [Code.Conv_Ovf_U2_Un] = static (run, frame, _) => Execute(run, frame, false, 16, false),
        [Code.Conv_Ovf_U4_Un] = static (run, frame, _) => Execute(run, frame, false, 32, false),
        [Code.Conv_Ovf_U8_Un] = static (run, frame, _) => Execute(run, frame, false, 64, false),
        [Code.Conv_Ovf_U_Un] = static (run, frame, _) => Execute(run, frame, false, 64, false, isNative: true),
    };

    // A value fits if truncating it and extending it back preserve it. At equal or greater width, only a value that is
    // negative on one side and large on the other does not fit.
    private static void Execute(
        SymbolicRun run, Frame frame, bool fromSigned, int width, bool toSigned, bool isNative = false)
    {
        TermFactory terms = run.Terms;
        Term operand = frame.PopTerm();
        Term result = terms.Resize(operand, width, fromSigned);
        Term overflows = width < operand.Width
            ? terms.Not(terms.Equal(terms.Resize(result, operand.Width, toSigned), operand))
            : terms.False;
        if (fromSigned != toSigned && (!toSigned || width <= operand.Width))
        {
            overflows = terms.Or(overflows, HasSignBit(terms, operand));
        }

        run.ThrowIf(overflows, typeof(OverflowException));
        frame.Push(terms.Resize(result, Math.Max(width, ScalarLayout.StackWidth), toSigned), isNative);
    }

    private static Term HasSignBit(TermFactory terms, Term operand) =>
        terms.Compare(Operator.LessSigned, operand, terms.Constant(0, operand.Width));
}
