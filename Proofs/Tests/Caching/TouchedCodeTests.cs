using Shouldly;
using Verify.Proofs.Caching;
using Xunit;

namespace Verify.Proofs.Tests.Caching;

/// <summary>
/// A proof stays in the cache only while nothing has changed that its harness touches. What it touches is what the
/// runtime says, on random inputs.
/// </summary>
public sealed class TouchedCodeTests(ChangedCode code) : IClassFixture<ChangedCode>
{
    public static TheoryData<string> Names => [.. ProofCatalogue.All.Select(proof => proof.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_change_of_what_a_harness_touches_is_a_miss(string name)
    {
        var proof = WorkingCopyProofs.Find(name);
        var cached = code.Cached(WorkingCopyProofs.Of(proof));
        code.StaysCached(cached).ShouldBeTrue();

        var touched = TracedRuntime.TouchedBy(proof.Method);

        touched.ShouldNotBeEmpty();
        touched.Except(cached.Code.Keys).ShouldBeEmpty();
        touched.SelectMany(member => code.HitsWithChanged(member, cached)).ShouldBeEmpty();
    }
}
