using Verify.Proofs;

namespace Verify.Runner.Checks;

/// <summary>Runs every proof.</summary>
internal sealed class ProofsCheck(ImplementationImage? image, int threads) : ICheck
{
    public string Title => $"proving {ProofCatalogue.All.Count} claims";

    public void Run(CheckReport report, Action<string> news, CancellationToken cancellation)
    {
        foreach (ProofResult result in ProofRuns.Run(ProofCatalogue.All, image, threads, cancellation))
        {
            report.Proofs.Add(result);
            news(result.Case.Name);
        }
    }
}
