using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Arrays: allocation, and elements by index.</summary>
internal static class ArrayOperations
{
    /// <summary>Allocates an array of known length, all zero.</summary>
    public static ArrayObject New(SymbolicRun run, ClosedType element, int length)
    {
        Value zero = run.Layouts.Of(element).Zero(run.Terms);
        return new ArrayObject(
            run.Layouts.Types.ArrayOf(element),
            [.. Enumerable.Range(0, length).Select(_ => run.Memory.NewCell(zero))]);
    }

    /// <summary>Forks the path for each possible value of an index; an index out of range throws.</summary>
    public static int IndexWithin(SymbolicRun run, Term index, int length)
    {
        TermFactory terms = run.Terms;
        Term isInside = terms.Compare(Operator.LessUnsigned, index, terms.Constant((ulong)length, index.Width));
        run.ThrowIf(terms.Not(isInside), typeof(IndexOutOfRangeException));
        var known = 0;
        while (known < length - 1 && !run.Decide(terms.Equal(index, terms.Constant((ulong)known, index.Width))))
        {
            known++;
        }

        return known;
    }
}
