using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;
using Verify.Runner.Output;

namespace Verify.Runner.Checks;

/// <summary>Explores small worlds, each to its depth.</summary>
internal sealed class WorldsCheck(
    IReadOnlyList<SmallWorld> worlds, SystemFactory boot, int threads, CallWatchdog? watch = null) : ICheck
{
    public string Title => worlds.Count == 1 ? $"exploring {worlds[0]}" : $"exploring {worlds.Count} small worlds";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        var options = new ExplorationOptions { Threads = threads };
        var remaining = new RemainingTime(TimeProvider.System);
        int done = 0;
        var progress = new ImmediateProgress<ExplorationProgress>(p => news(
            $"{p.World}, depth {p.Depth}, {p.States:n0} states{remaining.After((double)done / worlds.Count)}"));
        foreach (SmallWorld world in worlds)
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }

            ExplorationReport? seen = (watch ?? CallWatchdog.Usual).Run(
                boot, watched => Explorer.Explore(world, watched, options, progress, cancellation), out Finding? hang);
            if (seen is not null)
            {
                report.Add(seen);
            }

            if ((hang ?? seen?.Finding) is { } finding)
            {
                report.Add(finding, $"the small world {world}");
            }

            if (hang is not null)
            {
                // The other worlds would hang as well, and each leaves threads behind.
                return;
            }

            done++;
        }
    }
}
