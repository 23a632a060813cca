using System.Collections.Concurrent;
using Verify.Implementation;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;

namespace Verify.Properties.Tests.Worlds;

/// <summary>The small worlds, each explored once for all tests.</summary>
internal static class ExploredWorlds
{
    private static readonly ConcurrentDictionary<string, Lazy<ExplorationReport>> Explored = [];

    /// <summary>What all of them together reach.</summary>
    public static RuleCounts Counts
    {
        get
        {
            var counts = new RuleCounts();
            foreach (SmallWorld world in KeptWorlds.All)
            {
                counts.Add(ReportOf(world).Rules);
            }

            return counts;
        }
    }

    public static ExplorationReport ReportOf(SmallWorld world) =>
        Explored.GetOrAdd(
            world.Name,
            _ => new Lazy<ExplorationReport>(() => Explorer.Explore(
                world, boot => new Machine(boot), new ExplorationOptions()))).Value;
}
