using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Noninterference;
using Verify.Runner.Output;

namespace Verify.Runner.Checks;

/// <summary>Makes pairs of runs that differ only in what a prisoner must not notice.</summary>
internal sealed class NoninterferenceCheck(ulong seed, SystemFactory boot, string option = "") : ICheck
{
    /// <summary>The goal that a difference breaks.</summary>
    public const string Requirement = "G4";

    private const int Pairs = 2000;

    public string Title => $"running {Pairs:n0} pairs of runs that a prisoner must not distinguish";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        using var system = new BootedSystem(InitialSystem.World, boot);
        if (RunPair.LeftOut(system) is { } leftOut)
        {
            report.LeaveOut([leftOut]);
            return;
        }

        var remaining = new RemainingTime(TimeProvider.System);
        for (ulong number = 0; number < Pairs && !cancellation.IsCancellationRequested; number++)
        {
            RunPair runs = RunPair.Next(seed, number, system.Calls);
            if (runs.Check(boot) is not null)
            {
                report.Add(
                    runs.Minimise(boot).Check(boot)!,
                    $"noninterference, seed {seed}, pair {number}",
                    $"./verify check --requirement {Requirement} --seed {seed}{option}");
                return;
            }

            report.Pairs++;
            news($"{report.Pairs:n0} pairs{remaining.After((double)report.Pairs / Pairs)}");
        }
    }
}
