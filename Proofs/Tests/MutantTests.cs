using Shouldly;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Proofs can fail: each is refuted on a wrong Implementation, compiled from changed source.</summary>
public sealed class MutantTests
{
    public static IEnumerable<object[]> Refutations =>
        from mutant in WorkingCopy.Mutants.All
        from proof in mutant.CaughtBy.Proofs
        select new object[] { mutant.Name, proof };

    [Theory]
    [MemberData(nameof(Refutations))]
    public void Mutant_is_refuted(string mutant, string proof)
    {
        var image = WorkingCopy.Mutants.ImageOf(mutant);

        var result = Prover.Run(ProofCatalogue.All.Single(candidate => candidate.Name == proof), image);

        result.Verdict.ShouldBe(Verdict.Refuted, result.ToString());
        result.ToString().ShouldNotContain("\n");
    }

    [Fact]
    public void Every_proof_names_a_mutant_that_it_must_be_refuted_on() =>
        ProofCatalogue.All
            .Where(proof => !WorkingCopy.Mutants.All.Any(
                mutant => mutant.Name == proof.Claim.Mutant && mutant.CaughtBy.Proofs.Contains(proof.Name)))
            .ShouldBeEmpty();

    [Fact]
    public void A_proof_that_names_a_mutant_that_there_is_not_is_not_refuted_but_said_so()
    {
        var proof = ProofCatalogue.All[0];
        proof = proof with { Claim = new ProofAttribute("G3", "Says something.") { Mutant = "nosuch" } };

        var result = WorkingCopy.Mutants.Try(proof, CancellationToken.None);

        result.ToString().ShouldBe($"{proof.Name}: unknown: nosuch: there is no such mutant");
    }

    [Fact]
    public void A_mutant_that_there_is_not_is_an_error_that_names_it()
    {
        Action find = () => WorkingCopy.Mutants.ImageOf("nosuch");
        find.ShouldThrow<MutantException>().Message.ShouldBe("nosuch: there is no such mutant");
    }
}
