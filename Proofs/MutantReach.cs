using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Results;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs;

/// <summary>Which proofs a mutant's change can matter to. May be used by several threads.</summary>
public sealed class MutantReach
{
    private readonly IReadOnlyList<ProofResult> _results;
    private readonly Dictionary<string, string> _original;

    /// <param name="repository">The working copy that mutants are made of.</param>
    /// <param name="results">What was proved of it, which says what each proof reads.</param>
    public MutantReach(Repository repository, IEnumerable<ProofResult> results)
    {
        ArgumentNullException.ThrowIfNull(repository);
        _results = [.. results];
        // Not the implementation as built: that is another version of the compiler's work.
        using CodeDigests digests = DigestsOf(
            new ImplementationImage(new MutantCompiler(repository).CompileUnchanged()));
        _original = _results.SelectMany(result => result.Reads).Distinct()
            .Where(name => CodeName.AssemblyIn(name) == ImplementationImage.AssemblyName)
            .ToDictionary(name => name, digests.Of);
    }

    /// <summary>The proofs that have read what the mutant has changed; on all others it is like the original.</summary>
    /// <param name="mutant">The mutant's code.</param>
    public IReadOnlyList<ProofCase> Of(ImplementationImage mutant)
    {
        using CodeDigests digests = DigestsOf(mutant);
        HashSet<string> changed =
            [.. _original.Where(read => IsChanged(read.Key, read.Value)).Select(read => read.Key)];
        return [.. _results.Where(result => result.Reads.Any(changed.Contains)).Select(result => result.Case)];

        // What the other compiler has named otherwise cannot be compared, and might be changed.
        bool IsChanged(string name, string before) => before == CodeDigests.Missing || digests.Of(name) != before;
    }

    private static CodeDigests DigestsOf(ImplementationImage image) =>
        new(new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, image));
}
