using Shouldly;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>
/// Each harness is proved for all values, and runs on random ones. A result for the same code, from these tests or
/// <c>./verify prove</c>, is reused.
/// </summary>
public sealed class ProofCatalogueTests
{
    public static TheoryData<string> Names => [.. ProofCatalogue.All.Select(proof => proof.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_proved_for_all_values(string name) =>
        WorkingCopyProofs.Of(WorkingCopyProofs.Find(name)).ToString().ShouldBe($"{name}: proved");

    [Fact]
    public void Names_are_unique_and_requirements_are_ids()
    {
        ProofCatalogue.All.Select(proof => proof.Name).ShouldBeUnique();
        ProofCatalogue.All.ShouldAllBe(proof => "GJPHRS".Contains(proof.Requirement[0]) && proof.Text.EndsWith('.'));
    }
}
