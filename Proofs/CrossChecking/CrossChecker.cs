using System.Collections.Concurrent;
using Verify.Proofs.Claims;

namespace Verify.Proofs.CrossChecking;

/// <summary>Has a second solver answer the queries of proofs, and compares. May be used by several threads.</summary>
/// <param name="solver">The second solver.</param>
/// <param name="disagreements">Folder for the queries on which the solvers differ.</param>
public sealed class CrossChecker(SecondSolver solver, ObligationFolder disagreements)
{
    private readonly ConcurrentDictionary<string, bool?> _rewritings = [];

    /// <summary>Program and version of the second solver.</summary>
    public string Solver => solver.Name;

    /// <summary>Starts the check of one proof, which takes queries and rewritings while the proof runs.</summary>
    internal CrossCheckRun Begin(ProofCase proof, CancellationToken cancellation) => new(
        solver, disagreements, proof, new RewritingCheckRun(solver, _rewritings, disagreements, proof, cancellation),
        cancellation);
}
