using Verify.Proofs.Results;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Puts questions to a solver: the same ones once, and none that an earlier answer excludes. Values that it gives are
/// tried on the question's own terms, so that a satisfiable answer rests on no solver.
/// </summary>
/// <param name="solver">Gives the answers.</param>
/// <param name="watch">Counts the questions, and is told of each that is answered; null where nobody wants to
/// know.</param>
internal sealed class Queries(ISolver solver, ProofProgress? watch)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, ulong>> _satisfiable = [];
    private readonly UnsatCores _cores = new();

    /// <summary>Questions asked so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether some input satisfies all conditions.</summary>
    /// <returns>Values for these variables that do; null where there are none.</returns>
    /// <exception cref="UndecidedException">The solver gave up, or its values do not satisfy the
    /// conditions.</exception>
    public IReadOnlyDictionary<string, ulong>? Ask(IReadOnlyList<Term> conditions, IEnumerable<Term> variables)
    {
        if (_cores.Exclude(conditions))
        {
            return null;
        }

        var key = string.Join(',', conditions.Select(term => term.Id).Order());
        if (!_satisfiable.TryGetValue(key, out IReadOnlyDictionary<string, ulong>? values))
        {
            values = AskSolver(conditions, [.. variables]);
            if (values is not null)
            {
                _satisfiable.Add(key, values);
            }
        }

        return values;
    }

    private IReadOnlyDictionary<string, ulong>? AskSolver(
        IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        Count++;
        if (watch is not null)
        {
            watch.Queries = Count;
        }

        Answer answer = solver.Ask(conditions, variables);
        if (answer.Values is not { } values)
        {
            _cores.Add(answer.UnsatCore);
            watch?.Answered?.Invoke(new Obligation(Count, SmtLibScript.Of(answer.UnsatCore), IsSatisfiable: false));
            return null;
        }

        var evaluator = new TermEvaluator(values);
        if (conditions.Any(condition => evaluator.Evaluate(condition) != 1))
        {
            throw new UndecidedException($"the solver's values do not satisfy question {Count}");
        }

        watch?.Answered?.Invoke(new Obligation(Count, SmtLibScript.Of(conditions), IsSatisfiable: true));
        return values;
    }
}
