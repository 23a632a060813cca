using Verify.Properties.Campaigns;
using Verify.Properties.Shrinking;
using Verify.Properties.Worlds;

namespace Verify.Properties.Mutants;

/// <summary>
/// Sets the engines of this library on a mutant. Proofs are tried on <see cref="CompiledMutant.Image"/> by who has them.
/// </summary>
public static class MutantHunt
{
    /// <summary>What the campaign is called as an engine.</summary>
    public const string Campaign = "campaign";

    /// <summary>Runs the campaign until it finds something; null where it does not.</summary>
    public static Catch? InCampaign(CompiledMutant mutant, HuntOptions options, CancellationToken cancel = default)
    {
        CampaignFinding? first = Find(mutant, options, cancel);
        return first is null ? null : Caught(mutant, Campaign, first.Calls, states: 0, first.Finding, cancel);
    }

    /// <summary>
    /// Runs the campaign under more seeds, each until it finds something. Findings are not shrunk: one trace is enough.
    /// </summary>
    /// <param name="mutant">The mutant.</param>
    /// <param name="first">What the campaign made of it under the first seed; null if it did not catch it.</param>
    /// <param name="seeds">How many seeds in all, from <see cref="HuntOptions.Seed"/> on.</param>
    /// <param name="options">The first seed, and how hard to look under each.</param>
    /// <param name="cancel">Ends it early, with fewer seeds.</param>
    public static SeedCatches UnderSeeds(
        CompiledMutant mutant, Catch? first, int seeds, HuntOptions options, CancellationToken cancel = default) =>
        new([
            first?.Calls,
            .. Enumerable.Range(1, seeds - 1)
                .TakeWhile(_ => !cancel.IsCancellationRequested)
                .Select(next => Find(mutant, options with { Seed = options.Seed + (ulong)next }, cancel)?.Calls),
        ]);

    /// <summary>Explores small worlds in order until one shows something; null where none does.</summary>
    public static Catch? InWorlds(
        CompiledMutant mutant, IEnumerable<SmallWorld> worlds, HuntOptions options, CancellationToken cancel = default)
    {
        var exploration = new ExplorationOptions { Threads = options.Threads };
        foreach (SmallWorld world in worlds)
        {
            ExplorationReport report = Explorer.Explore(world, mutant.Boot, exploration, cancellation: cancel);
            if (report.Finding is { } finding)
            {
                return Caught(mutant, world.Name, report.Transitions, report.States, finding, cancel);
            }
        }

        return null;
    }

    private static CampaignFinding? Find(CompiledMutant mutant, HuntOptions options, CancellationToken cancel)
    {
        var campaign = new CampaignOptions
        {
            Seed = options.Seed,
            Calls = options.Calls,
            Threads = options.Threads,
            StopAtFirst = true,
        };
        return Campaigns.Campaign.Run(campaign, mutant.Boot, cancel: cancel).Findings.FirstOrDefault();
    }

    private static Catch Caught(
        CompiledMutant mutant, string engine, long calls, int states, Finding finding, CancellationToken cancel) =>
        new(engine, calls, states, Shrinker.Minimise(finding, mutant.Boot, cancel));
}
