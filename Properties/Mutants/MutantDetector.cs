using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>
/// Runs the engines of this library on a mutant. Proofs, which this library does not know, need <see
/// cref="CompiledMutant.Image"/>.
/// </summary>
public static class MutantDetector
{
    /// <summary>The name of the campaign as an engine.</summary>
    public const string Campaign = "campaign";

    /// <summary>Runs the campaign up to its first finding; null if there is none.</summary>
    public static Detection? InCampaign(
        CompiledMutant mutant, DetectionOptions options, CancellationToken cancel = default) =>
        mutant.Suite is { } suite
            ? suite.InCampaign(options, cancel)
            : InCampaign(mutant.Boot, options, cancel);

    /// <summary>
    /// Runs the campaign with more seeds, each up to its first finding. The findings are not shrunk, because one trace
    /// is enough.
    /// </summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="first">The detection with the first seed; null if there is none.</param>
    /// <param name="seeds">The number of seeds, from <see cref="DetectionOptions.Seed"/> on.</param>
    /// <param name="options">The first seed, and the effort for each seed.</param>
    /// <param name="cancel">Ends the search early, with fewer seeds.</param>
    public static SeedDetections UnderSeeds(
        CompiledMutant mutant,
        Detection? first,
        int seeds,
        DetectionOptions options,
        CancellationToken cancel = default) =>
        new([
            first?.Calls,
            .. Enumerable.Range(1, seeds - 1)
                .TakeWhile(_ => !cancel.IsCancellationRequested)
                .Select(next => CallsUntilDetected(mutant, options with { Seed = options.Seed + (ulong)next }, cancel)),
        ]);

    /// <summary>The small worlds that must detect a mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="worlds">All worlds.</param>
    /// <exception cref="MutantException">It names a world that does not exist.</exception>
    public static IReadOnlyList<SmallWorld> WorldsOf(Mutant mutant, IReadOnlyCollection<SmallWorld> worlds) =>
    [
        .. mutant.CaughtBy.Worlds.Select(name => worlds.FirstOrDefault(world => world.Name == name)
            ?? throw new MutantException(
                $"{mutant.Name}{MutantCatalogue.Extension}: caught by: there is no small world {name}")),
    ];

    /// <summary>Explores small worlds in order up to the first finding; null if there is none.</summary>
    public static Detection? InWorlds(
        CompiledMutant mutant,
        IEnumerable<SmallWorld> worlds,
        DetectionOptions options,
        CancellationToken cancel = default) =>
        mutant.Suite is { } suite
            ? suite.InWorlds(worlds, options, cancel)
            : InWorlds(mutant.Boot, worlds, options, cancel);

    /// <summary>Runs the campaign up to its first finding, which is shrunk only for a mutant of both sides.</summary>
    /// <returns>The calls up to the finding; null if there is none.</returns>
    public static long? CallsUntilDetected(
        CompiledMutant mutant, DetectionOptions options, CancellationToken cancel = default) =>
        mutant.Suite is { } suite
            ? suite.InCampaign(options, cancel)?.Calls
            : Find(mutant.Boot, options, cancel)?.Calls;

    internal static Detection? InCampaign(SystemFactory boot, DetectionOptions options, CancellationToken cancel)
    {
        CampaignFinding? first = Find(boot, options, cancel);
        return first is null ? null : Caught(boot, Campaign, first.Calls, states: 0, first.Finding, cancel);
    }

    internal static Detection? InWorlds(
        SystemFactory boot, IEnumerable<SmallWorld> worlds, DetectionOptions options, CancellationToken cancel)
    {
        var exploration = new ExplorationOptions { Threads = options.Threads };
        foreach (SmallWorld world in worlds)
        {
            ExplorationReport report = Explorer.Explore(world, boot, exploration, cancellation: cancel);
            if (report.Finding is { } finding)
            {
                return Caught(boot, world.Name, report.Transitions, report.States, finding, cancel);
            }
        }

        return null;
    }

    private static CampaignFinding? Find(SystemFactory boot, DetectionOptions options, CancellationToken cancel)
    {
        var campaign = new CampaignOptions
        {
            Seed = options.Seed,
            Calls = options.Calls,
            Threads = options.Threads,
            StopAtFirst = true,
        };
        return Campaigns.Campaign.Run(campaign, boot, cancel: cancel).Findings.FirstOrDefault();
    }

    private static Detection Caught(
        SystemFactory boot, string engine, long calls, int states, Finding finding, CancellationToken cancel) =>
        new(engine, calls, states, Shrinker.Minimise(finding, boot, cancel));
}
