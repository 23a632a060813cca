using Verify.Proofs.Results;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;

namespace Verify.Runner.Mutation;

/// <summary>What became of a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Refuted">The proofs that it refutes.</param>
/// <param name="Catches">How the other engines caught it.</param>
/// <param name="BySeed">Under which seeds the campaign caught it.</param>
internal sealed record MutationResult(
    Mutant Mutant, IReadOnlyList<ProofResult> Refuted, IReadOnlyList<Detection> Catches, SeedDetections BySeed)
{
    /// <summary>True where some engine caught it.</summary>
    public bool IsCaught => Refuted.Count > 0 || Catches.Count > 0;

    /// <summary>
    /// One trace is enough to see what is wrong: a small world's where there is one, since its calls are to the point.
    /// </summary>
    public Finding? Shown => Catches.Count > 0 ? Catches[0].Finding : null;
}
