using Shouldly;
using Verify.Proofs.Results;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Proofs can fail: each is refuted on a mutant of Implementation.</summary>
public sealed class MutantTests
{
    private static readonly SharedRun<(string Mutant, string Proof), ProofResult> Results = new(
        [.. Named],
        named => Prover.Run(WorkingCopyProofs.Find(named.Proof), WorkingCopy.Mutants.ImageOf(named.Mutant)));

    private static IEnumerable<(string Mutant, string Proof)> Named =>
        from mutant in WorkingCopy.Mutants.All
        from proof in mutant.CaughtBy.Proofs
        select (mutant.Name, proof);

    public static IEnumerable<object[]> Refutations =>
        Named.Select(named => new object[] { named.Mutant, named.Proof });

    [Theory]
    [MemberData(nameof(Refutations))]
    public void Mutant_is_refuted(string mutant, string proof)
    {
        var result = Results.Of((mutant, proof));

        result.Verdict.ShouldBe(ProofVerdict.Refuted, result.ToString());
        result.ToString().ShouldNotContain("\n");
    }

    [Fact]
    public void Every_proof_names_a_mutant_on_which_it_is_refuted() =>
        ProofCatalogue.All
            .Where(proof => !WorkingCopy.Mutants.All.Any(
                mutant => mutant.Name == proof.Claim.Mutant && mutant.CaughtBy.Proofs.Contains(proof.Name)))
            .ShouldBeEmpty();

    [Fact]
    public void An_unknown_mutant_is_an_error_with_its_name()
    {
        Action find = () => WorkingCopy.Mutants.ImageOf("nosuch");
        find.ShouldThrow<MutantException>().Message.ShouldBe("nosuch: no such mutant");
    }
}
