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

    /// <param name="repository">The working copy with the source that mutants change.</param>
    /// <param name="results">Results of the proofs, with the parts of the code that each has read.</param>
    public MutantReach(Repository repository, IEnumerable<ProofResult> results)
    {
        ArgumentNullException.ThrowIfNull(repository);
        _results = [.. results];
        // Not the assembly as built: another version of the compiler made it.
        using CodeDigests digests = DigestsOf(
            new ImplementationImage(new MutantCompiler(repository).CompileUnchanged()));
        _original = _results.SelectMany(result => result.Reads).Distinct()
            .Where(name => CodeName.AssemblyIn(name) == ImplementationImage.AssemblyName)
            .ToDictionary(name => name, digests.Of);
    }

    /// <summary>
    /// The proofs that read code that the mutant changes. All other proofs have the same result on it.
    /// </summary>
    /// <param name="mutant">The compiled mutant.</param>
    public IReadOnlyList<ProofCase> Of(ImplementationImage mutant)
    {
        using CodeDigests digests = DigestsOf(mutant);
        HashSet<string> changed =
            [.. _original.Where(read => IsChanged(read.Key, read.Value)).Select(read => read.Key)];
        return [.. _results.Where(result => result.Reads.Any(changed.Contains)).Select(result => result.Case)];

        // A member to which the other compiler gives another name cannot be compared, so it counts as changed.
        bool IsChanged(string name, string before) => before == CodeDigests.Missing || digests.Of(name) != before;
    }

    private static CodeDigests DigestsOf(ImplementationImage image) =>
        new(new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, image));
}
