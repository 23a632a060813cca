using Verify.Proofs.Tests.CrossChecking;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Verify.Proofs.Tests.LongestFirst", "Verify.Proofs.Tests")]

namespace Verify.Proofs.Tests;

/// <summary>
/// Starts the longest classes first, so that no processor is idle while the last class runs. Nothing else depends on
/// the order.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        nameof(ProofCatalogueTests), nameof(Differential.Instructions.InstructionTests), nameof(MutantTests),
        nameof(Differential.ExecutorMutantTests), nameof(Caching.TouchedCodeTests), nameof(MutantReachTests),
        nameof(Differential.GeneratedMethodTests), nameof(RewritingCheckTests),
    ];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Place(collection.DisplayName));

    // The display name is "Test collection for" and the full name of the class.
    private static int Place(string collection)
    {
        var place = Array.FindIndex(Long, name => collection.EndsWith($".{name}", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
