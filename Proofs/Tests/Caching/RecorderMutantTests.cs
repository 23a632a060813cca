using Shouldly;
using Verify.Proofs.Results;
using Verify.Proofs.Tests.Differential;
using Verify.Properties.Mutants;
using Xunit;

namespace Verify.Proofs.Tests.Caching;

/// <summary>
/// The test of <see cref="TouchedCodeTests"/> can fail: if the executor does not record all code that it reads, some
/// change goes undetected.
/// </summary>
public sealed class RecorderMutantTests(ChangedCode code) : IClassFixture<ChangedCode>
{
    private static readonly IReadOnlySet<string> Touched = TracedRuntime.TouchedBy(RecorderSamples.Harness.Method);

    public static IEnumerable<Mutant> All => MutantCatalogue.Load(
        Path.Combine(WorkingCopy.Root, "Proofs", "Tests", "Caching", "RecorderMutants"));

    public static TheoryData<string> Names => [.. All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_of_unrecorded_code_goes_undetected(string name)
    {
        using var forgetful = ExecutorSource.Load(All.Single(mutant => mutant.Name == name).Edit);
        var result = RecorderSamples.Prove() with { Reads = forgetful.Call(RecorderSamples.Read) };

        code.Unnoticed(Touched, code.Cached(result)).ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_change_of_recorded_code_is_detected()
    {
        using var right = ExecutorSource.Load(edit: null);
        var result = RecorderSamples.Prove();

        result.Verdict.ShouldBe(ProofVerdict.Proved, result.ToString());
        right.Call(RecorderSamples.Read).ShouldBe(result.Reads);
        code.Unnoticed(Touched, code.Cached(result)).ShouldBeEmpty();
    }
}
