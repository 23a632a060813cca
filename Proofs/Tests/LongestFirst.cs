using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Verify.Proofs.Tests.LongestFirst", "Verify.Proofs.Tests")]

namespace Verify.Proofs.Tests;

/// <summary>
/// Classes that take long are begun first, so that no processor is left without work while the last of them goes on.
/// Nothing else depends on the order.
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

    // "Test collection for" and the class's full name.
    private static int Place(string collection)
    {
        var place = Array.FindIndex(Long, name => collection.EndsWith($".{name}", StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
