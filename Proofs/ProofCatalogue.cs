using Verify.Proofs.Claims;

namespace Verify.Proofs;

/// <summary>The proofs about Implementation, in Harnesses/.</summary>
public static class ProofCatalogue
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ProofCase> All { get; } = ProofCase.In(typeof(ProofCatalogue).Assembly);
}
