using Verify.Properties;
using Verify.Properties.Worlds;

namespace Verify.Runner.Checks;

/// <summary>Explores every small world to its depth.</summary>
internal sealed class WorldsCheck(SystemFactory boot, int threads) : ICheck
{
    public string Title => $"exploring {SmallWorlds.All.Count} small worlds";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        var options = new ExplorationOptions { Threads = threads };
        var progress = new Relay<ExplorationProgress>(p => news($"{p.World}, depth {p.Depth}, {p.States:n0} states"));
        foreach (SmallWorld world in SmallWorlds.All)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            ExplorationReport seen = Explorer.Explore(world, boot, options, progress, cancellation);
            report.Worlds++;
            report.States += seen.States;
            report.Rules.Add(seen.Rules);
            if (seen.Finding is { } finding)
            {
                report.Add(finding, $"the small world {world}");
            }
        }
    }
}
