using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.Tests;

/// <summary>The proofs, each run once for all tests, with the cache that <c>./verify prove</c> has too.</summary>
internal static class WorkingCopyProofs
{
    // Begun first: nobody should wait for one of them alone at the end. Any other order gives the same results.
    private static readonly string[] Longest =
    [
        "PrisonIsolationProofs.ConnectTcp", "PrisonIsolationProofs.SendToUdp", "PortSearchProofs.EveryPortOnceInTurn", "PrisonIsolationProofs.BindUdp",
    ];

    private static readonly ProofWork Work = new()
    {
        Cache = new ProofCache(Path.Combine(WorkingCopy.Root, "artifacts", "proofs", "cache")),
    };

    private static readonly SharedRun<ProofCase, ProofResult> Results = new(
        [.. Longest.Select(Find).Union(ProofCatalogue.All)], proof => Work.Run(proof, CancellationToken.None));

    public static IEnumerable<ProofResult> All => ProofCatalogue.All.Select(Of);

    public static ProofResult Of(ProofCase proof) => Results.Of(proof);

    public static ProofCase Find(string name) => ProofCatalogue.All.Single(proof => proof.Name == name);
}
