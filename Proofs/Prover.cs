using System.Diagnostics;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Proofs.Running;
using Verify.Proofs.Solving;

namespace Verify.Proofs;

/// <summary>Proves a harness for all inputs, or finds the smallest that breaks it.</summary>
public static class Prover
{
    /// <summary>The solver and its version.</summary>
    public static string Solver => Z3Solver.Version;

    /// <summary>Runs one proof. Proofs may run side by side on several threads.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="mutant">Stands in for Implementation; null for the real one.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    public static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant = null, CancellationToken cancellation = default) =>
        Run(proof, mutant, watch: null, cancellation);

    /// <summary>Runs one proof and shows the questions that it rests on.</summary>
    /// <param name="proof">The harness.</param>
    /// <param name="mutant">Stands in for Implementation; null for the real one.</param>
    /// <param name="watch">Shows how far it is, and takes the questions; null where nobody wants to know.</param>
    /// <param name="cancellation">Ends it with <see cref="OperationCanceledException"/>.</param>
    public static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant, ProofProgress? watch, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return Run(proof, mutant, new Z3Solver(cancellation), watch, cancellation);
    }

    /// <summary>Runs one proof with a solver of one's own, which is disposed.</summary>
    internal static ProofResult Run(
        ProofCase proof, ImplementationImage? mutant, ISolver solver, ProofProgress? watch,
        CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        using var code = new CodeBase(proof.Method.Module.FullyQualifiedName, mutant);
        using var run = new ProofRun(proof, code, mutant, solver, watch, cancellation);
        ProofFinding finding = run.Execute();
        return new ProofResult(
            proof, finding.Verdict, finding.Message, finding.Values, run.Paths, run.Queries, proof.Claim.Unwind,
            Stopwatch.GetElapsedTime(started))
        {
            Reads = code.Reads.Names,
        };
    }
}
