using Verify.Proofs.Claims;

namespace Verify.Proofs;

/// <summary>The proofs about Implementation, from Harnesses/.</summary>
public static class ProofCatalogue
{
    /// <summary>All proofs, sorted by name.</summary>
    public static IReadOnlyList<ProofCase> All { get; } = ProofCase.In(typeof(ProofCatalogue).Assembly);
}
