using System.Numerics;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// The conditions of the path being explored, as a stack, and the questions asked about them. Z3 is asked only what is
/// not known otherwise: values that satisfy the path are kept, and often satisfy one more condition; of the path only
/// those conditions matter that share variables with the question, or with conditions that do; and another path's
/// answer may answer that too (<see cref="Questions"/>).
/// </summary>
internal sealed class PathSolver : IDisposable
{
    private readonly ISolver _solver;
    private readonly Questions _questions;
    private readonly VariableSets _variables = new();
    private readonly List<Term> _conditions = [];
    private readonly Stack<Model?> _models = new();

    /// <param name="solver">Z3, outside of tests; it is disposed with this.</param>
    /// <param name="watch">Told of each question that it answers; null where nobody wants to know.</param>
    public PathSolver(ISolver solver, ProofWatch? watch = null)
    {
        _solver = solver;
        _questions = new Questions(solver, watch);
        _models.Push(new Model(_variables));
    }

    /// <summary>Questions put to Z3 so far.</summary>
    public int Queries => _questions.Count;

    public void Push(Term condition)
    {
        Model? model = _models.Peek();
        if (model?.Satisfies(condition) == false)
        {
            model = Answer(condition) is { } values ? model.With(values) : null;
        }

        _conditions.Add(condition);
        _models.Push(model);
    }

    public void Pop()
    {
        _conditions.RemoveAt(_conditions.Count - 1);
        _models.Pop();
    }

    /// <summary>Whether some input satisfies the path's conditions and this one.</summary>
    public bool IsFeasible(Term condition) =>
        !condition.IsFalse && _models.Peek() is { } model
        && (model.Satisfies(condition) || Answer(condition) is not null);

    public void Dispose() => _solver.Dispose();

    // Values for the variables of the question, and of the conditions that matter to it.
    private IReadOnlyDictionary<string, ulong>? Answer(Term condition)
    {
        BigInteger variables = _variables.Of(condition);
        List<Term> question = [.. Related(ref variables), condition];
        return _questions.Ask(question, _variables.In(variables));
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
