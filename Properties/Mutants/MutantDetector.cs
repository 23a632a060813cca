using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>
/// Sets the engines of this library on a mutant. Proofs are tried on <see cref="CompiledMutant.Image"/> by who has them.
/// </summary>
public static class MutantDetector
{
    /// <summary>What the campaign is called as an engine.</summary>
    public const string Campaign = "campaign";

    /// <summary>Runs the campaign until it finds something; null where it does not.</summary>
    public static Detection? InCampaign(CompiledMutant mutant, DetectionOptions options, CancellationToken cancel = default) =>
        mutant.Suite is { } suite
            ? suite.InCampaign(options, cancel)
            : InCampaign(mutant.Boot, options, cancel);

    /// <summary>
    /// Runs the campaign under more seeds, each until it finds something. Findings are not shrunk: one trace is enough.
    /// </summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="first">What the campaign made of it under the first seed; null if it did not catch it.</param>
    /// <param name="seeds">How many seeds in all, from <see cref="DetectionOptions.Seed"/> on.</param>
    /// <param name="options">The first seed, and how hard to look under each.</param>
    /// <param name="cancel">Ends it early, with fewer seeds.</param>
    public static SeedDetections UnderSeeds(
        CompiledMutant mutant, Detection? first, int seeds, DetectionOptions options, CancellationToken cancel = default) =>
        new([
            first?.Calls,
            .. Enumerable.Range(1, seeds - 1)
                .TakeWhile(_ => !cancel.IsCancellationRequested)
                .Select(next => CallsUntilCaught(mutant, options with { Seed = options.Seed + (ulong)next }, cancel)),
        ]);

    /// <summary>The worlds that must catch a mutant.</summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="worlds">All worlds.</param>
    /// <exception cref="MutantException">It names a world that does not exist.</exception>
    public static IReadOnlyList<SmallWorld> WorldsOf(Mutant mutant, IReadOnlyCollection<SmallWorld> worlds) =>
    [
        .. mutant.CaughtBy.Worlds.Select(name => worlds.FirstOrDefault(world => world.Name == name)
            ?? throw new MutantException(
                $"{mutant.Name}{MutantCatalogue.Extension}: caught by: no small world is named {name}")),
    ];

    /// <summary>Explores small worlds in order until one shows something; null if none does.</summary>
    public static Detection? InWorlds(
        CompiledMutant mutant,
        IEnumerable<SmallWorld> worlds,
        DetectionOptions options,
        CancellationToken cancel = default) =>
        mutant.Suite is { } suite
            ? suite.InWorlds(worlds, options, cancel)
            : InWorlds(mutant.Boot, worlds, options, cancel);

    /// <summary>Runs the campaign until it finds something; only what a mutant of both sides shows is shrunk.</summary>
    /// <returns>Calls up to there; null where it finds nothing.</returns>
    public static long? CallsUntilCaught(
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
