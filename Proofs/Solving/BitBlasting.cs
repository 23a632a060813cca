using Microsoft.Z3;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Solving;

/// <summary>
/// Z3's tactic for bit-vectors, which turns a query into one about bits. Each query has a context of its own, so that
/// the work does not depend on earlier queries.
/// </summary>
internal static class BitBlasting
{
    // In Z3's own measure of work, so that no answer depends on the speed of the machine: some minutes. The hardest
    // query of PortSearchProofs takes a fiftieth of it.
    private const uint WorkLimit = 1_000_000_000;

    /// <summary>Decides whether some input satisfies all conditions.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    /// <exception cref="UndecidedException">The solver gave up.</exception>
    public static Answer Decide(
        IReadOnlyList<Term> conditions, IReadOnlyList<Term> variables, CancellationToken cancellation)
    {
        using var context = new Context();
        using CancellationTokenRegistration interruption = cancellation.Register(context.Interrupt);
        using Tactic tactic = context.MkTactic("qfbv");
        using Solver solver = context.MkSolver(tactic);
        using Params parameters = context.MkParams();
        solver.Parameters = parameters.Add("rlimit", WorkLimit);
        var translation = new Z3Translation(context);
        solver.Assert([.. conditions.Select(translation.Truth)]);
        Status status = solver.Check();
        cancellation.ThrowIfCancellationRequested();
        return status switch
        {
            Status.SATISFIABLE => new Answer(translation.Values(solver, variables), []),
            Status.UNSATISFIABLE => new Answer(null, conditions),
            _ => throw new UndecidedException($"the solver gave up: {solver.ReasonUnknown}"),
        };
    }
}
