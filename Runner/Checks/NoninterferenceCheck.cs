using Verify.Properties;
using Verify.Properties.Noninterference;

namespace Verify.Runner.Checks;

/// <summary>Makes pairs of runs that differ in what a prisoner must not notice.</summary>
internal sealed class NoninterferenceCheck(ulong seed, SystemFactory boot) : ICheck
{
    private const int Pairs = 2000;

    public string Title => $"running {Pairs:n0} pairs of runs that a prisoner must not tell apart";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        for (ulong number = 0; number < Pairs && !cancellation.IsCancellationRequested; number++)
        {
            RunPair runs = RunPair.Next(seed, number);
            if (runs.Check(boot) is not null)
            {
                report.Add(runs.Minimise(boot).Check(boot)!, $"noninterference, seed {seed}, pair {number}");
                return;
            }

            report.Pairs++;
            news($"{report.Pairs:n0} pairs");
        }
    }
}
