using Mono.Cecil;
using Shouldly;
using Verify.Proofs.Caching;
using Verify.Proofs.Symbolic;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Proved code is code whose change a proof notices.</summary>
public sealed class ProvedCodeTests(MutantsFixture fixture) : IClassFixture<MutantsFixture>
{
    [Fact]
    public void Every_mutant_of_code_that_a_proof_reaches_is_refuted_by_one()
    {
        var harness = typeof(Harnesses.ReservedPorts).Module.FullyQualifiedName;
        using var code = new CodeBase(harness, mutant: null);
        var start = code.Find(ProofCatalogue.All[0].Method);
        var types = new SuiteTypes(start.Module);
        var reached = new Dictionary<string, List<string>>();
        foreach (var proof in ProofCatalogue.All)
        {
            foreach (var member in ReachableCode.From(code.Find(proof.Method), types).Members.OfType<MethodDefinition>())
            {
                if (!reached.TryGetValue(member.FullName, out var by)) reached[member.FullName] = by = [];
                by.Add(proof.Name);
            }
        }

        var original = Methods(code.Resolve(AssemblyNameReference.Parse(ImplementationImage.AssemblyName)));
        var lines = new List<string>();
        foreach (var mutant in fixture.Mutants.All)
        {
            using var changed = new CodeBase(harness, fixture.Mutants.ImageOf(mutant.Name));
            var now = Methods(changed.Resolve(AssemblyNameReference.Parse(ImplementationImage.AssemblyName)));
            var touched = now.Where(pair => original.GetValueOrDefault(pair.Key) != pair.Value && reached.ContainsKey(pair.Key)).Select(p => p.Key).ToList();
            if (touched.Count > 0)
            {
                lines.Add($"{(mutant.CaughtBy.Proofs.Length > 0 ? "ok  " : "MISS")} {mutant.Name}: {string.Join("; ", touched.Select(t => t + " by " + string.Join(",", reached[t].Take(3)) + "/" + reached[t].Count))}");
            }
        }

        File.WriteAllLines("/tmp/touched.txt", lines);
        lines.ShouldBeEmpty();
    }

    private static Dictionary<string, string> Methods(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().SelectMany(type => type.Methods).ToDictionary(method => method.FullName, CodeText.Of);
}
