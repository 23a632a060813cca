using Verify.Proofs.Tests.CrossChecking;
using Xunit;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Verify.Proofs.Tests.LongestFirst", "Verify.Proofs.Tests")]

namespace Verify.Proofs.Tests;

/// <summary>
/// Starts the classes first that keep one processor busy for long, and those last that share their work among all
/// processors (<see cref="SharedRun{TKey, TResult}"/>), so that none is idle at the end. Nothing else depends on the
/// order.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] OneProcessor =
    [
        nameof(Differential.ExecutorMutantTests), nameof(Differential.Instructions.InstructionTests),
        nameof(Differential.GeneratedMethodTests), nameof(RewritingCheckTests),
    ];

    private static readonly string[] AllProcessors =
        [nameof(Caching.TouchedCodeTests), nameof(ProofCatalogueTests), nameof(MutantTests), nameof(MutantReachTests)];

    /// <inheritdoc/>
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Place(collection.DisplayName));

    // The display name is "Test collection for" and the full name of the class. All other classes are short.
    private static int Place(string collection) =>
        IndexIn(OneProcessor, collection) is >= 0 and var early ? early
        : OneProcessor.Length + 1 + IndexIn(AllProcessors, collection);

    private static int IndexIn(string[] classes, string collection) =>
        Array.FindIndex(classes, name => collection.EndsWith($".{name}", StringComparison.Ordinal));
}
