using Shouldly;
using Verify.Proofs;
using Verify.Proofs.CrossChecking;
using Verify.Runner.Proving;
using Verify.Testing;
using Xunit;

namespace Verify.Runner.Tests;

/// <summary>The page that <c>prove</c> leaves, with every kind of result on it.</summary>
public sealed class ProofReportTests
{
    private static readonly ProofCase Case =
        ProofCatalogue.All.Single(proof => proof.Name == "PortSearches.SmallRangesWhole");

    [Fact]
    public void Page_as_a_reader_sees_it()
    {
        ProofResult refuted = Of(Verdict.Refuted, "not so: tries == range.Size (PortSearch.TryNext at IL_0012)") with
        {
            Values = [new InputValue("range.First", "7"), new InputValue("cursor", "0")],
        };
        var results = new[]
        {
            Of(Verdict.Proved),
            Of(Verdict.Proved) with { IsCached = true, CrossCheck = new CrossCheck("cvc5 1.0.3", 280, 0, 40, null) { Rewritings = new RewritingCheck(900, 0, 0, null) } },
            Of(Verdict.Proved) with { CrossCheck = new CrossCheck("cvc5 1.0.3", 277, 3, 40, null), OnMutant = refuted },
            Of(Verdict.Proved) with { CrossCheck = new CrossCheck("cvc5 1.0.3", 279, 0, 40, "a/b-0007.smt2") },
            Of(Verdict.Proved) with { OnMutant = Of(Verdict.Proved) },
            refuted,
            Of(Verdict.Unknown, "the solver gave up: timeout"),
        };

        Snapshot.Match(new ProofReport(results, Asked: 8, TimeSpan.FromSeconds(12.34), "Z3 4.8.12").Page());
    }

    [Fact]
    public void Only_what_holds_on_every_count_holds()
    {
        Of(Verdict.Proved).Holds.ShouldBeTrue();
        Of(Verdict.Unknown).Holds.ShouldBeFalse();
        (Of(Verdict.Proved) with { OnMutant = Of(Verdict.Unknown) }).Holds.ShouldBeFalse();
        (Of(Verdict.Proved) with { CrossCheck = new CrossCheck("cvc5", 0, 1, 0, null) }).Holds.ShouldBeTrue();
        (Of(Verdict.Proved) with { CrossCheck = new CrossCheck("cvc5", 0, 0, 0, "file") }).Holds.ShouldBeFalse();
    }

    private static ProofResult Of(Verdict verdict, string message = "") =>
        new(Case, verdict, message, [], Paths: 63, Queries: 320, Unwind: 3, TimeSpan.FromMilliseconds(3700));
}
