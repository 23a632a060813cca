using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Runner.Proving;

namespace Verify.Runner.Checks;

/// <summary>Runs proofs; of the implementation as built, those whose code has changed since the last time.</summary>
internal sealed class ProofsCheck(
    IReadOnlyList<ProofCase> proofs, ImplementationImage? image, ProofFolder folder, int threads) : ICheck
{
    public string Title => $"proving {proofs.Count} claims";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        using var cache = new ProofCache(folder.Cache);
        var work = new ProofWork { Cache = cache };
        ProofResult Prove(ProofCase proof, CancellationToken cancel) =>
            image is null ? work.Run(proof, cancel) : Prover.Run(proof, image, cancel);
        foreach (ProofResult result in ProofRuns.Run(proofs, Prove, threads, cancellation))
        {
            report.Proofs.Add(result);
            news(result.Case.Name);
        }

        report.Notes.AddRange(cache.Notes);
    }
}
