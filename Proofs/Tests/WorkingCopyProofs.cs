using Verify.Proofs.Caching;

namespace Verify.Proofs.Tests;

/// <summary>The proofs, each run once for all tests, with the cache that <c>./verify prove</c> has too.</summary>
internal static class WorkingCopyProofs
{
    private static readonly ProofWork Work = new()
    {
        Cache = new ProofCache(Path.Combine(WorkingCopy.Root, "artifacts", "proofs", "cache")),
    };

    private static readonly Dictionary<ProofCase, Lazy<ProofResult>> Results = ProofCatalogue.All.ToDictionary(
        proof => proof, proof => new Lazy<ProofResult>(() => Work.Run(proof, CancellationToken.None)));

    public static IEnumerable<ProofResult> All => ProofCatalogue.All.Select(Of);

    public static ProofResult Of(ProofCase proof) => Results[proof].Value;

    public static ProofCase Find(string name) => ProofCatalogue.All.Single(proof => proof.Name == name);
}
