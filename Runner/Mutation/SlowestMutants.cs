using Verify.Properties.Mutants;

namespace Verify.Runner.Mutation;

/// <summary>The mutants that the campaign takes longest to catch, because it is weak there.</summary>
internal static class SlowestMutants
{
    private const int Most = 10;

    /// <summary>The table's columns.</summary>
    public static IReadOnlyList<string> Head { get; } = ["slowest by campaign", "seeds", "calls", "also caught by"];

    /// <summary>A row for each: first those that some seed misses, then by the calls of the slowest seed.</summary>
    public static IReadOnlyList<string[]> Rows(IEnumerable<MutationResult> results) =>
    [
        .. results
            .OrderByDescending(result => result.BySeed.Slowest)
            .ThenBy(result => result.BySeed.Caught)
            .ThenBy(result => result.Mutant.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(result => new[]
            {
                result.Mutant.Name,
                $"{result.BySeed.Caught}/{result.BySeed.Seeds}",
                result.BySeed.Calls.Max() is { } calls ? $"{calls:n0}" : "-",
                Others(result),
            }),
    ];

    private static string Others(MutationResult result) => string.Join(
        ", ",
        result.Catches.Select(caught => caught.Engine).Where(engine => engine != MutantDetector.Campaign)
            .Concat(result.Refuted.Select(refuted => refuted.Case.Name)));
}
