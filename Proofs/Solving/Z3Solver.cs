using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Z3, with each query on its own. The first attempt asks for an unsat core, which decides queries of other paths too;
/// if it takes too much work, <see cref="BitBlasting"/> finds the answer alone.
/// </summary>
internal sealed class Z3Solver : ISolver
{
    // In Z3's own measure of work, so that every run does the same: some tenths of a second. Arithmetic needs more.
    private const uint CoreLimit = 100_000;

    private readonly Context _context = new();
    private readonly Solver _cores;
    private readonly Z3Translation _translation;
    private readonly CancellationTokenRegistration _interruption;
    private readonly CancellationToken _cancellation;

    /// <param name="cancellation">Ends a query with <see cref="OperationCanceledException"/>.</param>
    public Z3Solver(CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _cores = CoreSolver();
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
            return FindCore(conditions, variables) ?? BitBlasting.Decide(conditions, variables, _cancellation);
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
        _context.Dispose();
    }

    private Answer? FindCore(IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables)
    {
        BoolExpr[] truths = [.. conditions.Select(_translation.Truth)];
        switch (_cores.Check(truths.AsEnumerable()))
        {
            case Status.SATISFIABLE:
                return new Answer(_translation.Values(_cores, variables), []);
            case Status.UNSATISFIABLE:
                HashSet<BoolExpr> core = [.. _cores.UnsatCore];
                return new Answer(null, [.. conditions.Where((_, i) => core.Contains(truths[i]))]);
            default:
                _cancellation.ThrowIfCancellationRequested();
                return null;
        }
    }

    // Bit-blasting only if needed: most queries are about the equality of addresses.
    private Solver CoreSolver()
    {
        string[] tactics = ["simplify", "propagate-values", "solve-eqs", "smt"];
        Solver solver = _context.MkSolver(
            tactics.Select(_context.MkTactic).Aggregate((first, second) => _context.AndThen(first, second)));
        using Params parameters = _context.MkParams();
        parameters.Add("rlimit", CoreLimit).Add("unsat_core", true);
        solver.Parameters = parameters;
        return solver;
    }
}
