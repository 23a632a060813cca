using Shouldly;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CrossChecking;
using Verify.Proofs.Results;
using Verify.Testing;
using Xunit;

namespace Verify.Proofs.Tests.Caching;

/// <summary>The cache saves work, and never returns a result that is not valid.</summary>
public sealed class ProofCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Entry => _folder.File("cache/ReservedPortProofs.Boundary.proof");

    [Fact]
    public void A_proved_claim_is_not_run_again()
    {
        var first = Run(Boundary);
        first.IsCached.ShouldBeFalse();

        var second = Run(Boundary);

        second.ShouldBe(first with { IsCached = true, Values = second.Values, Reads = second.Reads });
        second.Reads.ShouldBe(first.Reads);
    }

    [Theory]
    [InlineData("[Verify.Implementation]Verify.Implementation.Inet.Ports::IsReserved")]
    [InlineData("[Verify.Implementation]Verify.Implementation.Inet.Ports")]
    [InlineData("System.Private.CoreLib")]
    [InlineData("executor")]
    [InlineData("[Verify.Abi]Gone")]
    [InlineData("[Verify.Gone]Gone")]
    [InlineData("Gone")]
    public void An_entry_for_other_code_is_not_used(string changed)
    {
        Run(Boundary);
        var entry = CachedProof.Read(File.ReadAllText(Entry));
        var other = new Dictionary<string, string>(entry.Code) { [changed] = "of other code" };
        (changed == "executor" || other.Count == entry.Code.Count || changed.EndsWith("Gone", StringComparison.Ordinal))
            .ShouldBeTrue(changed);
        entry = changed == "executor" ? entry with { Executor = "another" } : entry with { Code = other };
        File.WriteAllText(Entry, entry.Write());

        Run(Boundary).IsCached.ShouldBeFalse();
        Run(Boundary).IsCached.ShouldBeTrue();
    }

    [Fact]
    public void An_entry_for_another_harness_is_not_used()
    {
        Run(Boundary);
        Run(Find("PortCursorProofs.StepUp"));
        File.Copy(_folder.File("cache/PortCursorProofs.StepUp.proof"), Entry, overwrite: true);

        Run(Boundary).IsCached.ShouldBeFalse();
    }

    [Fact]
    public void The_result_on_a_mutant_is_not_cached()
    {
        Run(Boundary);
        using var cache = new ProofCache(_folder.File("cache"));
        var mutants = WorkingCopy.Mutants;
        var result = new ProofWork { Cache = cache, Mutants = mutants }.Run(Boundary, default);

        (result.IsCached, result.OnMutant!.IsCached, result.OnMutant.Verdict)
            .ShouldBe((true, false, ProofVerdict.Refuted));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not what was written\n")]
    [InlineData("cut")]
    [InlineData("changed")]
    public void A_damaged_entry_is_reported_and_not_used(string damage)
    {
        Run(Boundary);
        var text = File.ReadAllText(Entry);
        File.WriteAllText(Entry, damage switch
        {
            "cut" => text[..(text.Length / 2)],
            "changed" => text.Replace("\"Queries\": 1", "\"Queries\": 7", StringComparison.Ordinal),
            _ => damage,
        });

        using var cache = new ProofCache(_folder.File("cache"));
        new ProofWork { Cache = cache }.Run(Boundary, default).IsCached.ShouldBeFalse();

        cache.Notes.ShouldBe(["the proof cache's ReservedPortProofs.Boundary.proof is not used: it is damaged"]);
        Run(Boundary).IsCached.ShouldBeTrue();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_reported()
    {
        File.WriteAllText(_folder.File("cache"), "a file, where the folder should be");

        using var cache = new ProofCache(_folder.File("cache"));
        new ProofWork { Cache = cache }.Run(Boundary, default).Verdict.ShouldBe(ProofVerdict.Proved);

        cache.Notes.ShouldHaveSingleItem().ShouldStartWith("the proof cache cannot be written: ");
    }

    [Theory]
    [InlineData(nameof(HarnessSamples.IsNeverThousand))]
    [InlineData(nameof(HarnessSamples.AssertsNothing))]
    public void A_claim_that_is_not_proved_is_not_kept(string name)
    {
        var proof = ProofCase.In(typeof(HarnessSamples).Assembly).Single(p => p.Name == $"HarnessSamples.{name}");
        Run(proof);

        Run(proof).IsCached.ShouldBeFalse();
    }

    [Fact]
    public void Open_queries_are_asked_again()
    {
        var solver = SecondSolver.Find(FakeSolvers.Unsure, TimeSpan.FromMinutes(1));
        var checker = new CrossChecker(solver, new ObligationFolder(_folder.Path));
        Run(Boundary, checker);

        Run(Boundary, checker).IsCached.ShouldBeFalse();
        Run(Boundary).IsCached.ShouldBeTrue();
    }

    [Cvc5Fact]
    public void A_confirmed_proof_is_not_run_again_for_the_same_solver()
    {
        var solver = SecondSolver.Find(SecondSolver.Program, TimeSpan.FromMinutes(1));
        var checker = new CrossChecker(solver, new ObligationFolder(_folder.Path));
        Run(Boundary).CrossCheck.ShouldBeNull();
        var first = Run(Boundary, checker);

        var known = Run(Boundary, checker);

        (first.IsCached, known.IsCached).ShouldBe((false, true));
        known.CrossCheck.ShouldBe(first.CrossCheck);
        known.CrossCheck!.Rewritings.Confirmed.ShouldBeGreaterThan(0);
    }

    [Cvc5Fact]
    public void A_proof_run_again_without_cvc5_stays_confirmed()
    {
        var solver = SecondSolver.Find(SecondSolver.Program, TimeSpan.FromMinutes(1));
        var checker = new CrossChecker(solver, new ObligationFolder(_folder.Path));
        Run(Boundary, checker);
        using (var cache = new ProofCache(_folder.File("cache")))
        {
            var again = new ProofWork { Cache = cache, Again = true }.Run(Boundary, CancellationToken.None);
            (again.IsCached, again.CrossCheck).ShouldBe((false, null));
        }

        Run(Boundary, checker).IsCached.ShouldBeTrue();
    }

    [Fact]
    public void Results_before_an_interruption_are_kept()
    {
        using var stop = new CancellationTokenSource();
        using (var cache = new ProofCache(_folder.File("cache")))
        {
            var work = new ProofWork { Cache = cache };
            work.Run(Boundary, stop.Token);
            stop.Cancel();
            Should.Throw<OperationCanceledException>(() => work.Run(Find("PortCursorProofs.StepUp"), stop.Token));
        }

        Run(Boundary).IsCached.ShouldBeTrue();
        Run(Find("PortCursorProofs.StepUp")).IsCached.ShouldBeFalse();
    }

    public void Dispose() => _folder.Dispose();

    private static ProofCase Boundary => Find("ReservedPortProofs.Boundary");

    private static ProofCase Find(string name) => ProofCatalogue.All.Single(proof => proof.Name == name);

    private ProofResult Run(ProofCase proof, CrossChecker? checker = null)
    {
        using var cache = new ProofCache(_folder.File("cache"));
        return new ProofWork { Cache = cache, CrossChecker = checker }.Run(proof, CancellationToken.None);
    }
}
