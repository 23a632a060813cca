using Shouldly;
using Verify.Proofs.Caching;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>A proof's key changes with the code that it reaches, and with no other.</summary>
public sealed class ProofKeysTests
{
    private static readonly ProofKeys Original = new();

    [Fact]
    public void A_mutant_that_a_proof_must_notice_changes_its_key()
    {
        foreach (var mutant in WorkingCopy.Mutants.All.Where(mutant => mutant.CaughtBy.Proofs.Length > 0))
        {
            using var keys = new ProofKeys(WorkingCopy.Mutants.ImageOf(mutant.Name));
            foreach (var name in mutant.CaughtBy.Proofs)
            {
                keys.Of(Find(name)).ShouldNotBe(Original.Of(Find(name)), $"{name} on {mutant.Name}");
            }
        }
    }

    [Fact]
    public void A_change_elsewhere_leaves_it()
    {
        using var first = new ProofKeys(WorkingCopy.Mutants.ImageOf("remote-loopback-not-coerced"));
        using var second = new ProofKeys(WorkingCopy.Mutants.ImageOf("reserved-1024"));
        var hash = Find("HashBuckets.PortIsInTheTable");

        first.Of(hash).ShouldBe(second.Of(hash));
    }

    [Fact]
    public void Each_proof_has_its_own()
    {
        var keys = ProofCatalogue.All.Select(Original.Of).ToList();
        keys.ShouldBeUnique();

        using var again = new ProofKeys();
        ProofCatalogue.All.Select(again.Of).ShouldBe(keys);
    }

    [Fact]
    public void The_code_behind_a_base_type_or_an_interface_counts() =>
        Reached(nameof(Dispatch.Harness)).ShouldBe(
            ["Circle.Area", "Dispatch.Harness", "Shape.Area", "Side.get_Length", "Square.Area"]);

    private static List<string> Reached(string name)
    {
        var method = typeof(Dispatch).GetMethod(name)!;
        using var code = new Symbolic.CodeBase(method.Module.FullyQualifiedName, mutant: null);
        return
        [
            .. ReachableCode.From(code.Find(method), new SuiteTypes(code.Find(method).Module)).Members.OfType<Mono.Cecil.MethodDefinition>()
                .Where(reached => reached.DeclaringType.DeclaringType?.Name == nameof(ProofKeysTests))
                .Select(reached => $"{reached.DeclaringType.Name}.{reached.Name}").Order(StringComparer.Ordinal),
        ];
    }

    private static ProofCase Find(string name) => ProofCatalogue.All.Single(proof => proof.Name == name);

    private static class Dispatch
    {
        public static void Harness(Shape shape) => Proof.Assert(shape.Area() < 10);
    }

    private abstract class Shape
    {
        public abstract int Area();
    }

    // Neither is made here: the key does not depend on working out what can be.
    private sealed class Circle : Shape
    {
        public override int Area() => 3;
    }

    private sealed class Square : Shape
    {
        public override int Area() => Side.Length;
    }

    private static class Side
    {
        public static int Length => 1;
    }
}
