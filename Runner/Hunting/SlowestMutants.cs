using Verify.Properties.Mutants;

namespace Verify.Runner.Hunting;

/// <summary>The mutants that the campaign takes longest to catch: where it is thin.</summary>
internal static class SlowestMutants
{
    private const int Most = 10;

    /// <summary>The table's columns.</summary>
    public static IReadOnlyList<string> Head { get; } = ["slowest by campaign", "seeds", "calls", "also caught by"];

    /// <summary>A row a mutant, the slowest first: those that some seed misses, then by calls of the slowest seed.</summary>
    public static IReadOnlyList<string[]> Rows(IEnumerable<Quarry> hunted) =>
    [
        .. hunted
            .OrderByDescending(quarry => quarry.BySeed.Slowest)
            .ThenBy(quarry => quarry.BySeed.Caught)
            .ThenBy(quarry => quarry.Mutant.Name, StringComparer.Ordinal)
            .Take(Most)
            .Select(quarry => new[]
            {
                quarry.Mutant.Name,
                $"{quarry.BySeed.Caught}/{quarry.BySeed.Seeds}",
                quarry.BySeed.Calls.Max() is { } calls ? $"{calls:n0}" : "-",
                Others(quarry),
            }),
    ];

    private static string Others(Quarry quarry) => string.Join(
        ", ",
        quarry.Catches.Select(caught => caught.Engine).Where(engine => engine != MutantDetector.Campaign)
            .Concat(quarry.Refuted.Select(refuted => refuted.Case.Name)));
}
