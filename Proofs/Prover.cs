using System.Diagnostics;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Proofs.Running;
using Verify.Proofs.Solving;

namespace Verify.Proofs;

/// <summary>Proves a harness for all inputs, or finds the smallest input that violates it.</summary>
public static class Prover
{
    /// <summary>The solver and its version.</summary>
    public static string Solver => Z3Solver.Version;

    /// <summary>Runs one proof. Several threads may run proofs at the same time.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="mutant">Stands in for Implementation; null for the real one.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    public static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant = null, CancellationToken cancellation = default) =>
        Run(proof, mutant, progress: null, cancellation);

    /// <summary>Runs one proof and reports its progress.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="mutant">Stands in for Implementation; null for the real one.</param>
    /// <param name="progress">Receives the progress; null for no receiver.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    public static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant, ProofProgress? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return Run(proof, mutant, new Z3Solver(cancellation), progress, cancellation);
    }

    /// <summary>Runs one proof with the given solver, and disposes it.</summary>
    internal static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant, ISolver solver, ProofProgress? progress,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var code = new CodeBase(proof.Method.Module.FullyQualifiedName, mutant);
        using var run = new ProofRun(proof, code, mutant, solver, progress, cancellation);
        ProofFinding finding = run.Execute();
        return new ProofResult(
            proof, finding.Verdict, finding.Message, finding.Values, run.Paths, run.Queries, proof.Claim.Unwind,
            Stopwatch.GetElapsedTime(started))
        {
            Reads = code.Reads.Names,
        };
    }
}
