using Mono.Cecil;
using Shouldly;
using Verify.Properties.Mutants;
using Verify.Proofs.Caching;
using Verify.Proofs.Symbolic;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>What is proved about code says enough: a proof notices every wrong change of it that is known.</summary>
public sealed class ProvedCodeTests
{
    private static readonly string Harnesses = typeof(ProofCatalogue).Module.FullyQualifiedName;

    [Fact]
    public void A_mutant_of_code_that_a_proof_reaches_is_refuted_by_a_proof()
    {
        HashSet<string> proved = Reached();
        Dictionary<string, string> original = Methods(WorkingCopy.Unchanged);
        WorkingCopy.Mutants.All
            .Where(mutant => mutant.CaughtBy.Proofs.IsEmpty && Changed(mutant, original).Any(proved.Contains))
            .Select(mutant => $"{mutant}: {string.Join(", ", Changed(mutant, original).Where(proved.Contains))}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void Code_that_no_proof_reaches_is_told_from_code_that_one_does()
    {
        HashSet<string> proved = Reached();
        Dictionary<string, string> original = Methods(WorkingCopy.Unchanged);
        Changed(Find("reserved-1024"), original).ShouldHaveSingleItem().ShouldBeOneOf([.. proved]);
        Changed(Find("sticky-ignored"), original).ShouldHaveSingleItem().ShouldNotBeOneOf([.. proved]);
    }

    private static Mutant Find(string name) => WorkingCopy.Mutants.All.Single(mutant => mutant.Name == name);

    private static HashSet<string> Reached()
    {
        using var code = new CodeBase(Harnesses, mutant: null);
        var types = new SuiteTypes(code.Find(ProofCatalogue.All[0].Method).Module);
        return
        [
            .. from proof in ProofCatalogue.All
               from method in ReachableCode.From(code.Find(proof.Method), types).Members.OfType<MethodDefinition>()
               select method.FullName,
        ];
    }

    private static IEnumerable<string> Changed(Mutant mutant, Dictionary<string, string> original) =>
        from method in Methods(WorkingCopy.Mutants.ImageOf(mutant.Name))
        where original.GetValueOrDefault(method.Key) != method.Value
        select method.Key;

    private static Dictionary<string, string> Methods(ImplementationImage image)
    {
        using var code = new CodeBase(Harnesses, image);
        return code.Resolve(new AssemblyNameReference(ImplementationImage.AssemblyName, new Version())).MainModule
            .GetTypes().SelectMany(type => type.Methods).ToDictionary(method => method.FullName, CodeText.Of);
    }
}
