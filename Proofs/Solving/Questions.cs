using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>Puts questions to Z3, each by itself.</summary>
internal sealed class Questions : IDisposable
{
    // Milliseconds for one question. None of the proofs comes near; a question that does is reported as unknown.
    private const uint QueryTimeout = 120_000;

    private readonly Context _context = new();
    private readonly Action<Obligation>? _answered;
    private readonly Solver _solver;
    private readonly Z3Translation _translation;
    private readonly CancellationTokenRegistration _interruption;
    private readonly CancellationToken _cancellation;

    /// <param name="answered">Told of each question that is answered; null where nobody wants to know.</param>
    /// <param name="cancellation">Ends a question with <see cref="OperationCanceledException"/>.</param>
    public Questions(Action<Obligation>? answered, CancellationToken cancellation)
    {
        _answered = answered;
        _cancellation = cancellation;
        // Each question by itself, and no bits before they are needed: most are about which addresses are equal.
        _solver = _context.MkSolver(Tactics("simplify", "propagate-values", "solve-eqs", "smt"));
        using Params parameters = _context.MkParams();
        parameters.Add("timeout", QueryTimeout);
        _solver.Parameters = parameters;
        _translation = new Z3Translation(_context);
        _interruption = cancellation.Register(_context.Interrupt);
    }

    /// <summary>Questions asked so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether some input satisfies all conditions.</summary>
    /// <returns>Values for these variables that do; null where there are none.</returns>
    /// <exception cref="OperationCanceledException">Cancelled: Z3 may say so from any of its functions.</exception>
    public IReadOnlyDictionary<string, ulong>? Ask(IReadOnlyList<Term> conditions, IEnumerable<Term> variables)
    {
        try
        {
            return Answer(conditions, variables);
        }
        catch (Z3Exception) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation);
        }
    }

    public void Dispose()
    {
        _interruption.Dispose();
        _solver.Dispose();
        _context.Dispose();
    }

    private Dictionary<string, ulong>? Answer(IReadOnlyList<Term> conditions, IEnumerable<Term> variables)
    {
        Count++;
        _solver.Push();
        foreach (Term condition in conditions)
        {
            _solver.Assert(_translation.Truth(condition));
        }

        Dictionary<string, ulong>? values = _solver.Check() switch
        {
            Status.SATISFIABLE => Read(variables),
            Status.UNSATISFIABLE => null,
            _ => throw GaveUp(),
        };
        _solver.Pop();
        _answered?.Invoke(new Obligation(Count, SmtLibScript.Of(conditions), values is not null));
        return values;
    }

    private Dictionary<string, ulong> Read(IEnumerable<Term> variables)
    {
        using Microsoft.Z3.Model model = _solver.Model;
        return variables.ToDictionary(
            variable => variable.Name!,
            variable => model.Evaluate(_translation.Expression(variable), completion: true) switch
            {
                BitVecNum number => number.UInt64,
                var truth => truth.IsTrue ? 1UL : 0,
            });
    }

    private Tactic Tactics(params string[] names) =>
        names.Select(_context.MkTactic).Aggregate((first, second) => _context.AndThen(first, second));

    private UndecidedException GaveUp()
    {
        _cancellation.ThrowIfCancellationRequested();
        return new UndecidedException($"the solver gave up: {_solver.ReasonUnknown}");
    }
}
