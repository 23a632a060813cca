using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>ceq, clt, cgt: 0 or 1 on the evaluation stack.</summary>
internal static class Comparisons
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Ceq] = static (run, frame, _) => Push(run, frame, PopEqual(run, frame)),
        [Code.Clt] = static (run, frame, _) => Push(run, frame, PopLess(run, frame, Operator.LessSigned)),
        [Code.Clt_Un] = static (run, frame, _) => Push(run, frame, PopLess(run, frame, Operator.LessUnsigned)),
        [Code.Cgt] = static (run, frame, _) => Push(run, frame, PopGreater(run, frame, Operator.LessSigned)),
        [Code.Cgt_Un] = static (run, frame, _) => Push(run, frame, PopGreater(run, frame, Operator.LessUnsigned)),
    };

    /// <summary>Whether the two topmost values are equal, as a truth value.</summary>
    public static Term PopEqual(Interpreter run, Frame frame)
    {
        Term second = frame.PopTerm();
        return run.Terms.Equal(frame.PopTerm(), second);
    }

    /// <summary>Whether the value under the topmost is less than it.</summary>
    public static Term PopLess(Interpreter run, Frame frame, Operator less)
    {
        Term second = frame.PopTerm();
        return run.Terms.Compare(less, frame.PopTerm(), second);
    }

    /// <summary>Whether the value under the topmost is greater than it.</summary>
    public static Term PopGreater(Interpreter run, Frame frame, Operator less)
    {
        Term second = frame.PopTerm();
        return run.Terms.Compare(less, second, frame.PopTerm());
    }

    private static void Push(Interpreter run, Frame frame, Term truth) =>
        frame.Push(run.Terms.Resize(truth, ScalarLayout.StackWidth, signed: false));
}
