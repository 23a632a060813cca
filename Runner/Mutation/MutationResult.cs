using Verify.Proofs.Results;
using Verify.Properties.Checking;
using Verify.Properties.Mutants;

namespace Verify.Runner.Mutation;

/// <summary>What caught a mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Refuted">The proofs that it refutes.</param>
/// <param name="Catches">How the other engines caught it.</param>
/// <param name="BySeed">The seeds under which the campaign caught it.</param>
/// <param name="LeftOut">The checks that it has nothing to show for, one phrase each.</param>
internal sealed record MutationResult(
    Mutant Mutant,
    IReadOnlyList<ProofResult> Refuted,
    IReadOnlyList<Detection> Catches,
    SeedDetections BySeed,
    IReadOnlyList<string> LeftOut)
{
    /// <summary>True if some engine caught it.</summary>
    public bool IsCaught => Refuted.Count > 0 || Catches.Count > 0;

    /// <summary>
    /// The trace to show: that of a small world if there is one, because it has the fewest calls; else the campaign's.
    /// </summary>
    public Finding? Shown => Catches.Count > 0 ? Catches[0].Finding : null;
}
