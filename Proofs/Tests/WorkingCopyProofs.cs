using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;

namespace Verify.Proofs.Tests;

/// <summary>The proofs, each run once for all tests, with the same cache as <c>./verify prove</c>.</summary>
internal static class WorkingCopyProofs
{
    // Started first, so that none of them runs alone at the end. The order does not change results.
    private static readonly string[] Longest =
    [
        "SourceAddressProofs.LongestPrefixMatch",
        "PrisonIsolationProofs.ConnectTcp", "PrisonIsolationProofs.SendToUdp",
        "PortSearchProofs.EveryPortOnceInTurn", "PrisonIsolationProofs.BindUdp",
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
