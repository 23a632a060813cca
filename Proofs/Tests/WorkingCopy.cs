using Verify.Proofs.Results;
using Verify.Properties;

namespace Verify.Proofs.Tests;

/// <summary>The mutants of this working copy, compiled once for all tests.</summary>
internal static class WorkingCopy
{
    private static readonly Repository Repository = Repository.Around(AppContext.BaseDirectory);

    public static string Root => Repository.Root;

    public static ProofMutants Mutants { get; } = new(Repository);

    public static MutantReach Reach(IEnumerable<ProofResult> results) => new(Repository, results, Mutants);
}
