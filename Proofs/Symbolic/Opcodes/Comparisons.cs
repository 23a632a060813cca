using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
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
        [Code.Cgt_Un] = static (run, frame, _) => Push(run, frame, PopGreaterOrNotNull(run, frame)),
    };

    /// <summary>Whether the two topmost values are equal, as a truth value.</summary>
    public static Term PopEqual(SymbolicRun run, Frame frame) => PopEqual(run, frame, signed: true);

    /// <summary>Whether they are not, in the words of bne.un.</summary>
    public static Term PopDifferent(SymbolicRun run, Frame frame) =>
        run.Terms.Not(PopEqual(run, frame, signed: false));

    private static Term PopEqual(SymbolicRun run, Frame frame, bool signed)
    {
        if (frame.Stack.Peek() is Scalar)
        {
            var (a, b, _) = frame.PopTerms(run.Terms, signed);
            return run.Terms.Equal(a, b);
        }

        Value second = frame.Pop();
        return ReferenceTerms.AreSame(run.Terms, frame.Pop(), second);
    }

    /// <summary>Whether the value under the topmost is less than it.</summary>
    public static Term PopLess(SymbolicRun run, Frame frame, Operator less)
    {
        var (first, second, _) = frame.PopTerms(run.Terms, less == Operator.LessSigned);
        return run.Terms.Compare(less, first, second);
    }

    /// <summary>Whether the value under the topmost is greater than it.</summary>
    public static Term PopGreater(SymbolicRun run, Frame frame, Operator less)
    {
        var (first, second, _) = frame.PopTerms(run.Terms, less == Operator.LessSigned);
        return run.Terms.Compare(less, second, first);
    }

    // The way to ask in IL whether a reference is not null: no other is greater than it.
    private static Term PopGreaterOrNotNull(SymbolicRun run, Frame frame)
    {
        if (frame.Stack.Peek() is not Null)
        {
            return PopGreater(run, frame, Operator.LessUnsigned);
        }

        frame.Pop();
        return run.Terms.Not(ReferenceTerms.AreSame(run.Terms, frame.Pop(), Null.Instance));
    }

    private static void Push(SymbolicRun run, Frame frame, Term truth) =>
        frame.Push(run.Terms.Resize(truth, ScalarLayout.StackWidth, signed: false));
}
