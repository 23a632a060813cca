using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests;

/// <summary>Proofs can fail: each is refuted on a wrong Implementation, compiled from changed source.</summary>
public sealed class MutantTests(MutantImages images) : IClassFixture<MutantImages>
{
    // What the corpus's mutants leave unrefuted. Wrong as these are, no call sequence would notice some of them.
    private static readonly Mutant[] Local =
    [
        Wrong(
            "HashBuckets.ConnectionIsInTheTable", "Inet/PcbHash.cs", ")) & mask", ")) % (mask + 2)"),
        Wrong("HashBuckets.PortIsInTheTable", "Inet/PcbHash.cs", "localPort & mask", "localPort | mask"),
        Wrong(
            "HashBuckets.PortsAreMixedByXor", "Inet/PcbHash.cs", "localPort ^ foreignPort", "localPort & foreignPort"),
        Wrong("PortLimits.Defaults", "Inet/PortRanges.cs", "Ports.Reserved, 5000", "Ports.Reserved, 4999"),
        Wrong(
            "PortLimits.OthersAreKept", "Inet/PortRanges.cs", "Last ? value : _last", "First ? value : _last"),
        Wrong("PortSearches.GivesUpForGood", "Inet/PortSearch.cs", "port = 0;", "Cursor = port = 0;"),
        Wrong(
            "PrisonAddresses.RemoteOthersStay", "Jail/PrisonAddress.cs", "== Loopback", "!= Loopback"),
    ];

    private static IEnumerable<Mutant> All =>
        MutantCatalogue.Load(Repository.Around(AppContext.BaseDirectory).Mutants).Concat(Local);

    public static IEnumerable<object[]> Refutations =>
        from mutant in All
        from proof in mutant.CaughtBy.Proofs
        select new object[] { mutant.Name, proof };

    [Theory]
    [MemberData(nameof(Refutations))]
    public void Mutant_is_refuted(string mutant, string proof)
    {
        var image = images.Of(All.Single(candidate => candidate.Name == mutant));

        var result = Prover.Run(ProofCatalogue.All.Single(candidate => candidate.Name == proof), image);

        result.Verdict.ShouldBe(Verdict.Refuted, result.ToString());
        result.ToString().ShouldNotContain("\n");
    }

    [Fact]
    public void Every_proof_is_refuted_by_some_mutant() =>
        ProofCatalogue.All.Select(proof => proof.Name)
            .Except(All.SelectMany(mutant => mutant.CaughtBy.Proofs))
            .ShouldBeEmpty();

    private static Mutant Wrong(string proof, string file, string before, string after) => new(
        $"wrong-for-{proof}", "Breaks one proof.", ["G3"], new Engines(false, [], [proof]),
        new SourceEdit(file, before, after));
}
