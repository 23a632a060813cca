using Verify.Properties;

namespace Verify.Proofs.Tests;

/// <summary>The mutants of this working copy, each compiled once for all proofs that are tried on it.</summary>
public sealed class MutantsFixture
{
    public ProofMutants Mutants { get; } = new(Repository.Around(AppContext.BaseDirectory));
}
