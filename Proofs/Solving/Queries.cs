using Verify.Proofs.Results;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Puts queries to a solver that no earlier answer decides: neither values that satisfy them, nor an unsat core that
/// they contain. Values are evaluated on the query's own terms, so that they do not depend on the solver.
/// </summary>
/// <param name="solver">Answers the queries.</param>
/// <param name="progress">Counts the queries, and receives each answered one; null for no receiver.</param>
internal sealed class Queries(ISolver solver, ProofProgress? progress)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, ulong>> _satisfiable = [];
    private readonly EarlierValues _earlier = new();
    private readonly UnsatCores _cores = new();

    /// <summary>Queries to the solver so far.</summary>
    public int Count { get; private set; }

    /// <summary>Decides whether some input satisfies all conditions.</summary>
    /// <returns>Values of the variables that satisfy them; null if there are none.</returns>
    /// <exception cref="UndecidedException">
    /// The solver gave up, or its values do not satisfy the conditions.
    /// </exception>
    public IReadOnlyDictionary<string, ulong>? Ask(IReadOnlyList<Term> conditions, IEnumerable<Term> variables)
    {
        if (_cores.Exclude(conditions))
        {
            return null;
        }

        var key = string.Join(',', conditions.Select(term => term.Id).Order());
        if (!_satisfiable.TryGetValue(key, out IReadOnlyDictionary<string, ulong>? values))
        {
            IReadOnlyList<Term> all = [.. variables];
            values = _earlier.Satisfying(conditions, all) ?? AskSolver(conditions, all);
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
        if (progress is not null)
        {
            progress.Queries = Count;
        }

        Answer answer = solver.Ask(conditions, variables);
        if (answer.Values is not { } values)
        {
            _cores.Add(answer.UnsatCore);
            progress?.Answered?.Invoke(new Obligation(Count, SmtLibScript.Of(answer.UnsatCore), IsSatisfiable: false));
            return null;
        }

        var evaluator = new TermEvaluator(values);
        if (conditions.Any(condition => evaluator.Evaluate(condition) != 1))
        {
            throw new UndecidedException($"the solver's values do not satisfy query {Count}");
        }

        progress?.Answered?.Invoke(new Obligation(Count, SmtLibScript.Of(conditions), IsSatisfiable: true));
        _earlier.Add(values);
        return values;
    }
}
