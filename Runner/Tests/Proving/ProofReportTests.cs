using Shouldly;
using Verify.Proofs;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Properties.Reference;
using Verify.Runner.Proving;
using Verify.Testing.Snapshots;
using Xunit;

namespace Verify.Runner.Tests.Proving;

/// <summary>The page that <c>prove</c> writes, with every kind of result.</summary>
public sealed class ProofReportTests
{
    private static readonly ProofCase Case =
        ProofCatalogue.All.Single(proof => proof.Name == "PortSearchProofs.SmallRangesWhole");

    [Fact]
    public async Task Page_as_a_reader_sees_it()
    {
        const string Fault = "does not hold: tries == range.Size (PortSearch.TryNext at IL_0012)";
        ProofResult refuted = Of(ProofVerdict.Refuted, Fault) with
        {
            Values = [new InputValue("range.First", "7"), new InputValue("cursor", "0")],
        };
        var results = new[]
        {
            Of(ProofVerdict.Proved),
            Of(ProofVerdict.Proved) with
            {
                IsCached = true,
                CrossCheck = new CrossCheck("cvc5 1.0.3", 280, 0, 40, null)
                {
                    Rewritings = new RewritingCheck(900, 0, 0, null),
                },
            },
            Of(ProofVerdict.Proved) with
            {
                CrossCheck = new CrossCheck("cvc5 1.0.3", 277, 3, 40, null),
                OnMutant = refuted,
            },
            Of(ProofVerdict.Proved) with { CrossCheck = new CrossCheck("cvc5 1.0.3", 279, 0, 40, "a/b-0007.smt2") },
            Of(ProofVerdict.Proved) with { OnMutant = Of(ProofVerdict.Proved) },
            refuted,
            Of(ProofVerdict.Unknown, "the solver gave up: timeout"),
        };

        await Snapshot.Match(new ProofReport(results, Asked: 8, TimeSpan.FromSeconds(12.34), "Z3 4.8.12").Page());
    }

    [Fact]
    public void A_result_holds_only_if_all_its_evidence_does()
    {
        Of(ProofVerdict.Proved).Holds.ShouldBeTrue();
        Of(ProofVerdict.Unknown).Holds.ShouldBeFalse();
        (Of(ProofVerdict.Proved) with { OnMutant = Of(ProofVerdict.Unknown) }).Holds.ShouldBeFalse();
        (Of(ProofVerdict.Proved) with { CrossCheck = new CrossCheck("cvc5", 0, 1, 0, null) }).Holds.ShouldBeTrue();
        (Of(ProofVerdict.Proved) with { CrossCheck = new CrossCheck("cvc5", 0, 0, 0, "file") }).Holds.ShouldBeFalse();
    }

    private static ProofResult Of(ProofVerdict verdict, string message = "") =>
        new(Case, verdict, message, [], Paths: 63, Queries: 320, Unwind: 3, TimeSpan.FromMilliseconds(3700));
}
