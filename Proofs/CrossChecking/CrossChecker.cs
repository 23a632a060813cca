using System.Collections.Concurrent;
using Verify.Proofs.Claims;

namespace Verify.Proofs.CrossChecking;

/// <summary>Puts the questions of proofs to a second solver and compares. May be used by several threads.</summary>
/// <param name="solver">The second solver.</param>
/// <param name="disagreements">Folder that keeps the questions on which the two differ.</param>
public sealed class CrossChecker(SecondSolver solver, ObligationFolder disagreements)
{
    private readonly ConcurrentDictionary<string, bool?> _rewritings = [];

    /// <summary>Program and version of the second solver.</summary>
    public string Solver => solver.Name;

    /// <summary>
    /// Starts on one proof; it takes questions as they are answered, and rewritings as they are done.
    /// </summary>
    internal CrossCheckRun Begin(ProofCase proof, CancellationToken cancellation) => new(
        solver, disagreements, proof, new RewritingCheckRun(solver, _rewritings, disagreements, proof, cancellation),
        cancellation);
}
