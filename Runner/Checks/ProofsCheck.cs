using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Runner.Output;
using Verify.Runner.Proving;

namespace Verify.Runner.Checks;

/// <summary>
/// Runs proofs; of the implementation as built only those whose code has changed since they were proved.
/// </summary>
/// <param name="proofs">The proofs to run.</param>
/// <param name="image">The code to prove; null for the implementation as built.</param>
/// <param name="folder">The folder of the cache.</param>
/// <param name="threads">How many run side by side.</param>
internal sealed class ProofsCheck(
    IReadOnlyList<ProofCase> proofs, ImplementationImage? image, ProofFolder folder, int threads) : ICheck
{
    public string Title => proofs.Count == 1 ? "proving 1 claim" : $"proving {proofs.Count} claims";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        using var cache = new ProofCache(folder.Cache);
        var work = new ProofWork { Cache = cache };
        var remaining = new RemainingTime(TimeProvider.System);
        int done = 0;
        ProofResult Prove(ProofCase proof, CancellationToken cancel) =>
            image is null ? work.Run(proof, cancel) : Prover.Run(proof, image, cancel);
        foreach (ProofResult result in ProofRuns.Run(proofs, Prove, threads, cancellation))
        {
            report.Add(result);
            done++;

            // Those from the cache take no time, and say nothing about how long the others take.
            int run = done - report.Cached;
            string left = remaining.After((double)run / (proofs.Count - report.Cached));
            news($"{done} of {proofs.Count}, {result.Case.Name}{left}");
        }

        report.Notes.AddRange(cache.Notes);
    }
}
