using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests;

public sealed class ProofCatalogueTests
{
    public static TheoryData<string> Names => [.. ProofCatalogue.All.Select(proof => proof.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_proof_is_proved(string name)
    {
        var proof = ProofCatalogue.All.Single(proof => proof.Name == name);

        var result = Prover.Run(proof);

        result.ToString().ShouldBe($"{name}: proved");
        result.Paths.ShouldBeGreaterThan(0);
    }
}
