using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>What is proved about code says enough: a proof notices every wrong change of it that is known.</summary>
public sealed class MutantReachTests
{
    private static readonly MutantReach Reach = WorkingCopy.Reach(WorkingCopyProofs.All);

    [Fact]
    public void A_mutant_of_code_that_a_proof_reaches_is_refuted_by_a_proof() =>
        WorkingCopy.Mutants.All
            .Where(mutant => mutant.CaughtBy.Proofs.IsEmpty && mutant.ModelEdit is null)
            .Select(mutant => mutant.Name)
            .Where(mutant => Of(mutant).Any())
            .ShouldBeEmpty();

    [Fact]
    public void The_proofs_that_reach_a_change_are_among_those_that_it_can_matter_to()
    {
        Of("reserved-1024").ShouldContain("ReservedPorts.Boundary");
        Of("reserved-1024").ShouldNotContain("HashBuckets.PortIsInTheTable");
        Of("sticky-ignored").ShouldBeEmpty();
    }

    // Among them what static members of interfaces do, and constructors that only new T() calls.
    [Fact]
    public void A_mutant_can_matter_to_each_proof_that_it_refutes() =>
        WorkingCopy.Mutants.All
            .Where(mutant => mutant.CaughtBy.Proofs.Length > 0)
            .SelectMany(mutant => mutant.CaughtBy.Proofs.Except(Of(mutant.Name)).Select(proof => $"{mutant}: {proof}"))
            .ShouldBeEmpty();

    private static IEnumerable<string> Of(string mutant) =>
        Reach.Of(WorkingCopy.Mutants.ImageOf(mutant)).Select(proof => proof.Name);
}
