using System.Numerics;
using Verify.Proofs.Results;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// The conditions of the path being explored, as a stack, and the queries about them. Z3 is asked only if nothing else
/// decides: values that satisfy the path are kept, and often satisfy one more condition; only those conditions of the
/// path matter that share variables with the query, or with conditions that do; and the answers of other paths' queries
/// may decide this one too (<see cref="Queries"/>).
/// </summary>
internal sealed class PathSolver : IDisposable
{
    private readonly ISolver _solver;
    private readonly Queries _queries;
    private readonly VariableSets _variables = new();
    private readonly List<Term> _conditions = [];
    private readonly Stack<Assignment?> _assignments = new();

    /// <param name="solver">Z3, except in tests; disposed with this.</param>
    /// <param name="progress">Receives each query; null for no receiver.</param>
    public PathSolver(ISolver solver, ProofProgress? progress = null)
    {
        _solver = solver;
        _queries = new Queries(solver, progress);
        _assignments.Push(new Assignment([]));
    }

    /// <summary>Queries to Z3 so far.</summary>
    public int QueryCount => _queries.Count;

    public void Push(Term condition)
    {
        Assignment? satisfying = Satisfying(condition);
        _conditions.Add(condition);
        _assignments.Push(satisfying);
    }

    public void Pop()
    {
        _conditions.RemoveAt(_conditions.Count - 1);
        _assignments.Pop();
    }

    /// <summary>True if some input satisfies the path's conditions and this one.</summary>
    public bool IsFeasible(Term condition) => Satisfying(condition) is not null;

    /// <summary>The value of a variable in some input that satisfies the path's conditions and this one.</summary>
    /// <returns>Null if no input does.</returns>
    public ulong? ValueIf(Term condition, Term variable) => Satisfying(condition)?.ValueOf(variable);

    public void Dispose() => _solver.Dispose();

    private Assignment? Satisfying(Term condition) =>
        condition.IsFalse || _assignments.Peek() is not { } assignment ? null
        : assignment.Satisfies(condition) ? assignment
        : Answer(condition) is { } values ? assignment.With(values)
        : null;

    // Values for the variables of the query and of the related conditions.
    private IReadOnlyDictionary<string, ulong>? Answer(Term condition)
    {
        BigInteger variables = _variables.Of(condition);
        List<Term> query = [.. Related(ref variables), condition];
        return _queries.Ask(query, _variables.In(variables));
    }

    private List<Term> Related(ref BigInteger variables)
    {
        var related = new bool[_conditions.Count];
        bool grows;
        do
        {
            grows = false;
            for (var i = 0; i < related.Length; i++)
            {
                BigInteger own = _variables.Of(_conditions[i]);
                if (!related[i] && !(own & variables).IsZero)
                {
                    related[i] = grows = true;
                    variables |= own;
                }
            }
        }
        while (grows);

        return [.. _conditions.Where((_, i) => related[i])];
    }
}
