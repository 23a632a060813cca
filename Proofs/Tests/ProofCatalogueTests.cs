using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Verify.Proofs.Running;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Each harness on all values, and the same harness on random ones.</summary>
public sealed class ProofCatalogueTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure
        .WithMaxTest(300).WithMaxRejected(30_000).WithReplay(0x5eed, 1);

    public static TheoryData<string> Names => [.. ProofCatalogue.All.Select(proof => proof.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_proved_for_all_values(string name) =>
        Prover.Run(Find(name)).ToString().ShouldBe($"{name}: proved");

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds_for_random_values(string name)
    {
        var harness = Find(name).Method;
        Check.One(Config, Prop.ForAll(RandomValues.For(new HarnessInputs(harness)), values =>
            Prop.ToProperty(ConcreteRun.Execute(harness, values) is null)
                .When(ConcreteRun.IsAdmitted(harness, values))));
    }

    [Fact]
    public void Names_are_unique_and_requirements_are_ids()
    {
        ProofCatalogue.All.Select(proof => proof.Name).ShouldBeUnique();
        ProofCatalogue.All.ShouldAllBe(proof => "GJPHS".Contains(proof.Requirement[0]) && proof.Text.EndsWith('.'));
    }

    private static ProofCase Find(string name) => ProofCatalogue.All.Single(proof => proof.Name == name);
}
