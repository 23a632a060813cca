using Verify.Properties;
using Verify.Properties.Mutants;
using Verify.Proofs.Caching;

namespace Verify.Proofs;

/// <summary>Which proofs a mutant's change can matter to. Not safe for several threads.</summary>
public sealed class MutantReach
{
    private readonly Dictionary<ProofCase, string> _original;

    /// <param name="repository">The working copy that mutants are made of.</param>
    public MutantReach(Repository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        // Not the implementation as built: that is another version of the compiler's work.
        using var keys = new ProofKeys(
            new ImplementationImage(new MutantCompiler(repository).CompileUnchanged()));
        _original = ProofCatalogue.All.ToDictionary(proof => proof, keys.Of);
    }

    /// <summary>The proofs that reach what the mutant has changed; on all others it is like the original.</summary>
    /// <param name="mutant">The mutant's code.</param>
    public IReadOnlyList<ProofCase> Of(ImplementationImage mutant)
    {
        using var keys = new ProofKeys(mutant);
        return [.. ProofCatalogue.All.Where(proof => keys.Of(proof) != _original[proof])];
    }
}
