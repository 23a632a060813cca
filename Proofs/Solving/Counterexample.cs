using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Finds the smallest values that satisfy the conditions pushed on a solver, in order of the variables, each as an
/// unsigned number. The counterexample therefore does not depend on how the solver searched.
/// </summary>
internal static class Counterexample
{
    public static Dictionary<string, ulong> Smallest(
        PathSolver solver, TermFactory terms, IReadOnlyList<Term> variables)
    {
        var values = new Dictionary<string, ulong>();
        foreach (Term variable in variables)
        {
            var value = SmallestValue(solver, terms, variable);
            values.Add(variable.Name!, value);
            solver.Push(terms.Equal(variable, terms.Constant(value, variable.Width)));
        }

        foreach (Term _ in variables)
        {
            solver.Pop();
        }

        return values;
    }

    // Binary search.
    private static ulong SmallestValue(PathSolver solver, TermFactory terms, Term variable)
    {
        var high = Bits.Mask(variable.Width);
        var low = 0UL;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            Term isAbove = terms.Compare(Operator.LessUnsigned, terms.Constant(middle, variable.Width), variable);
            if (solver.IsFeasible(terms.Not(isAbove)))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
