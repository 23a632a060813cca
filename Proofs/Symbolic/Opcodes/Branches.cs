using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Branches: br, brtrue, compare-and-branch, switch, in long and short forms.</summary>
internal static class Branches
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = Create();

    private static Dictionary<Code, OpcodeHandler> Create()
    {
        var handlers = new Dictionary<Code, OpcodeHandler>
        {
            [Code.Switch] = static (run, frame, at) => Switch(run, frame, at),
        };
        Add(Code.Br, Code.Br_S, static (run, _) => run.Terms.True);
        Add(Code.Brtrue, Code.Brtrue_S, static (run, frame) => run.Terms.Not(PopIsZero(run, frame)));
        Add(Code.Brfalse, Code.Brfalse_S, PopIsZero);
        Add(Code.Beq, Code.Beq_S, Comparisons.PopEqual);
        Add(Code.Bne_Un, Code.Bne_Un_S, Comparisons.PopDifferent);
        AddOrdered(Code.Blt, Code.Blt_S, Code.Bge, Code.Bge_S, Less(Operator.LessSigned));
        AddOrdered(Code.Blt_Un, Code.Blt_Un_S, Code.Bge_Un, Code.Bge_Un_S, Less(Operator.LessUnsigned));
        AddOrdered(Code.Bgt, Code.Bgt_S, Code.Ble, Code.Ble_S, Greater(Operator.LessSigned));
        AddOrdered(Code.Bgt_Un, Code.Bgt_Un_S, Code.Ble_Un, Code.Ble_Un_S, Greater(Operator.LessUnsigned));
        return handlers;

        void Add(Code code, Code shortCode, Func<SymbolicRun, Frame, Term> condition) =>
            handlers[code] = handlers[shortCode] = (run, frame, at) =>
                run.Branch(frame, at, condition(run, frame), (Instruction)at.Operand);

        void AddOrdered(
            Code code, Code shortCode, Code opposite, Code shortOpposite, Func<SymbolicRun, Frame, Term> condition)
        {
            Add(code, shortCode, condition);
            Add(opposite, shortOpposite, (run, frame) => run.Terms.Not(condition(run, frame)));
        }
    }

    private static Func<SymbolicRun, Frame, Term> Less(Operator op) =>
        (run, frame) => Comparisons.PopLess(run, frame, op);

    private static Func<SymbolicRun, Frame, Term> Greater(Operator op) =>
        (run, frame) => Comparisons.PopGreater(run, frame, op);

    private static Term PopIsZero(SymbolicRun run, Frame frame)
    {
        Value operand = frame.Pop();
        return operand is Scalar { Term: var term }
            ? run.Terms.Equal(term, run.Terms.Constant(0, term.Width))
            : ReferenceTerms.IsNull(run.Terms, operand);
    }

    // A value outside of the table falls through.
    private static void Switch(SymbolicRun run, Frame frame, Instruction at)
    {
        var targets = (Instruction[])at.Operand;
        Term selector = frame.PopTerm();
        if (selector.Width != ScalarLayout.StackWidth)
        {
            throw new UnsupportedCodeException("a switch over 64 bits");
        }

        for (var i = 0; i < targets.Length; i++)
        {
            if (run.Decide(run.Terms.Equal(selector, run.Terms.Constant((ulong)i, selector.Width))))
            {
                frame.Jump(at, targets[i]);
                return;
            }
        }
    }
}
