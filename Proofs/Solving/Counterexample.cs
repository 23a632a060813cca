using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Finds the smallest values that satisfy the conditions pushed on a solver, in order of the variables, each as an
/// unsigned number. Some values must satisfy them. The counterexample does not depend on how the solver searched.
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

    // Each value that the solver finds is a new upper limit. Most often 0 is possible, or only one value is: both are
    // asked first, and then halves.
    private static ulong SmallestValue(PathSolver solver, TermFactory terms, Term variable)
    {
        var low = 0UL;
        var high = solver.ValueIf(terms.True, variable)!.Value;
        for (var asked = 0; low < high; asked++)
        {
            var limit = asked == 0 ? low : asked == 1 ? high - 1 : low + ((high - low) / 2);
            Term isAbove = terms.Compare(Operator.LessUnsigned, terms.Constant(limit, variable.Width), variable);
            if (solver.ValueIf(terms.Not(isAbove), variable) is { } found)
            {
                high = found;
            }
            else
            {
                low = limit + 1;
            }
        }

        return low;
    }
}
