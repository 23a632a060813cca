using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>ceq, clt, cgt: push 0 or 1.</summary>
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

    /// <summary>Pops two values: are they equal?</summary>
    public static Term PopEqual(SymbolicRun run, Frame frame) => PopEqual(run, frame, signed: true);

    /// <summary>Pops two values: are they different, as bne.un compares?</summary>
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

    /// <summary>Pops two values: is the first one pushed less than the second?</summary>
    public static Term PopLess(SymbolicRun run, Frame frame, Operator less)
    {
        var (first, second, _) = frame.PopTerms(run.Terms, less == Operator.LessSigned);
        return run.Terms.Compare(less, first, second);
    }

    /// <summary>Pops two values: is the first one pushed greater than the second?</summary>
    public static Term PopGreater(SymbolicRun run, Frame frame, Operator less)
    {
        var (first, second, _) = frame.PopTerms(run.Terms, less == Operator.LessSigned);
        return run.Terms.Compare(less, second, first);
    }

    // IL tests for a non-null reference with cgt.un against null.
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
