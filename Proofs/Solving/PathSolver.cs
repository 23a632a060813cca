using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>The conditions of the path being explored, as a stack, and the questions asked about them.</summary>
internal sealed class PathSolver : IDisposable
{
    // Milliseconds for one question. None of the proofs comes near; a question that does is reported as unknown.
    private const uint QueryTimeout = 120_000;

    private readonly Context _context = new();
    private readonly List<Term> _conditions = [];
    private readonly Action<Obligation>? _answered;
    private readonly Solver _solver;
    private readonly Z3Translation _translation;
    private readonly CancellationTokenRegistration _interruption;
    private readonly CancellationToken _cancellation;

    /// <param name="cancellation">Ends a question with <see cref="OperationCanceledException"/>.</param>
    /// <param name="answered">Told of each question that Z3 answers; null where nobody wants to know.</param>
    public PathSolver(CancellationToken cancellation, Action<Obligation>? answered = null)
    {
        _answered = answered;
        _cancellation = cancellation;
        // Each question is one SAT problem of its own: several times faster here than Z3's incremental solvers.
        _solver = _context.MkSolver(
            Tactics("simplify", "propagate-values", "solve-eqs", "bit-blast", "simplify", "sat"));
        using Params parameters = _context.MkParams();
        parameters.Add("timeout", QueryTimeout);
        _solver.Parameters = parameters;
        _translation = new Z3Translation(_context);
        _interruption = cancellation.Register(_context.Interrupt);
    }

    /// <summary>Questions put to Z3 so far.</summary>
    public int Queries { get; private set; }

    public void Push(Term condition)
    {
        _conditions.Add(condition);
        _solver.Push();
        _solver.Assert(_translation.Truth(condition));
    }

    public void Pop()
    {
        _conditions.RemoveAt(_conditions.Count - 1);
        _solver.Pop();
    }

    /// <summary>Whether some input satisfies the path's conditions and this one.</summary>
    public bool IsFeasible(Term condition)
    {
        if (condition.IsFalse)
        {
            return false;
        }

        Queries++;
        var isFeasible = _solver.Check(_translation.Truth(condition)) switch
        {
            Status.SATISFIABLE => true,
            Status.UNSATISFIABLE => false,
            _ => throw GaveUp(),
        };
        _answered?.Invoke(new Obligation(Queries, SmtLibScript.Of([.. _conditions, condition]), isFeasible));
        return isFeasible;
    }

    public void Dispose()
    {
        _interruption.Dispose();
        _solver.Dispose();
        _context.Dispose();
    }

    private Tactic Tactics(params string[] names) =>
        names.Select(_context.MkTactic).Aggregate((first, second) => _context.AndThen(first, second));

    private UndecidedException GaveUp()
    {
        _cancellation.ThrowIfCancellationRequested();
        return new UndecidedException($"the solver gave up: {_solver.ReasonUnknown}");
    }
}
