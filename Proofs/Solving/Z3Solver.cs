using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Z3, with each query on its own. The first attempt asks for an unsat core, which decides queries of other paths too;
/// if it takes too long, the second asks for the answer alone.
/// </summary>
internal sealed class Z3Solver : ISolver
{
    // Milliseconds for one query. No proof comes close; a query that does is reported as unknown.
    private const uint QueryTimeout = 120_000;

    // In Z3's own measure of work, so that every run does the same: some tenths of a second. Arithmetic needs more.
    private const uint CoreLimit = 100_000;

    private readonly Context _context = new();
    private readonly Solver _cores;
    private readonly Solver _decisions;
    private readonly Z3Translation _translation;
    private readonly CancellationTokenRegistration _interruption;
    private readonly CancellationToken _cancellation;

    /// <param name="cancellation">Ends a query with <see cref="OperationCanceledException"/>.</param>
    public Z3Solver(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _cores = NewSolver(parameters => parameters.Add("rlimit", CoreLimit).Add("unsat_core", true));
        _decisions = NewSolver(parameters => parameters.Add("timeout", QueryTimeout));
        _translation = new Z3Translation(_context);
        _interruption = cancellation.Register(_context.Interrupt);
    }

    /// <summary>The solver and its version.</summary>
    public static string Version { get; } = $"Z3 {Microsoft.Z3.Version.FullVersion}";

    /// <inheritdoc/>
    public Answer Ask(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        try
        {
            return FindCore(conditions, variables) ?? Decide(conditions, variables);
        }
        catch (Z3Exception) when (_cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(_cancellation); // Any function of Z3 may report it.
        }
    }

    public void Dispose()
    {
        _interruption.Dispose();
        _cores.Dispose();
        _decisions.Dispose();
        _context.Dispose();
    }

    private Answer? FindCore(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        BoolExpr[] truths = [.. conditions.Select(_translation.Truth)];
        switch (_cores.Check(truths.AsEnumerable()))
        {
            case Status.SATISFIABLE:
                return Values(_cores, variables);
            case Status.UNSATISFIABLE:
                HashSet<BoolExpr> core = [.. _cores.UnsatCore];
                return new Answer(null, [.. conditions.Where((_, i) => core.Contains(truths[i]))]);
            default:
                _cancellation.ThrowIfCancellationRequested();
                return null;
        }
    }

    private Answer Decide(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        _decisions.Push();
        _decisions.Assert([.. conditions.Select(_translation.Truth)]);
        Answer answer = _decisions.Check() switch
        {
            Status.SATISFIABLE => Values(_decisions, variables),
            Status.UNSATISFIABLE => new Answer(null, conditions),
            _ => throw GaveUp(),
        };
        _decisions.Pop();
        return answer;
    }

    private Answer Values(Solver solver, IReadOnlyList<Term> variables)
    {
        using Microsoft.Z3.Model model = solver.Model;
        return new Answer(
            variables.ToDictionary(
                variable => variable.Name!,
                variable => Value(model, _translation.Expression(variable))),
            []);
    }

    private static ulong Value(Microsoft.Z3.Model model, Expr variable)
    {
        using Expr value = model.Evaluate(variable, completion: true);
        return value is BitVecNum number ? number.UInt64 : value.IsTrue ? 1UL : 0;
    }

    // Bit-blasting only if needed: most queries are about the equality of addresses.
    private Solver NewSolver(Action<Params> configure)
    {
        string[] tactics = ["simplify", "propagate-values", "solve-eqs", "smt"];
        Solver solver = _context.MkSolver(
            tactics.Select(_context.MkTactic).Aggregate((first, second) => _context.AndThen(first, second)));
        using Params parameters = _context.MkParams();
        configure(parameters);
        solver.Parameters = parameters;
        return solver;
    }

    private UndecidedException GaveUp()
    {
        _cancellation.ThrowIfCancellationRequested();
        return new UndecidedException($"the solver gave up: {_decisions.ReasonUnknown}");
    }
}
