using Verify.Proofs.Caching;

namespace Verify.Proofs.Tests;

/// <summary>Proofs with the cache that <c>./verify prove</c> has too.</summary>
public sealed class WorkingCopyCache : IDisposable
{
    private readonly ProofCache _cache = new(Path.Combine(WorkingCopy.Root, "artifacts", "proofs", "cache"));

    public WorkingCopyCache() => Work = new ProofWork { Cache = _cache };

    public ProofWork Work { get; }

    public void Dispose() => _cache.Dispose();
}
