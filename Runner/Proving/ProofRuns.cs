using System.Collections.Concurrent;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Runner.Proving;

/// <summary>Runs proofs side by side.</summary>
internal static class ProofRuns
{
    /// <summary>
    /// Yields results in the order of the proofs, each as soon as it and all before it are done; fewer if cancelled.
    /// </summary>
    public static IEnumerable<ProofResult> Run(
        IReadOnlyList<ProofCase> proofs,
        Func<ProofCase, CancellationToken, ProofResult> prove,
        int threads,
        CancellationToken cancellation) =>
        Partitioner.Create([.. proofs], loadBalance: true)
            .AsParallel().AsOrdered()
            .WithDegreeOfParallelism(Math.Max(1, Math.Min(threads, proofs.Count)))
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(proof => RunUnlessCancelled(proof, prove, cancellation))
            .AsSequential()
            .TakeWhile(result => result is not null)
            .Select(result => result!);

    private static ProofResult? RunUnlessCancelled(
        ProofCase proof, Func<ProofCase, CancellationToken, ProofResult> prove, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return prove(proof, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
    }
}
