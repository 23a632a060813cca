using Mono.Cecil;
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
    private readonly byte[]? _together;
    private readonly Dictionary<int, string> _methodsTogether = [];

    /// <param name="repository">The working copy with the source that mutants change.</param>
    /// <param name="results">Results of the proofs, with the parts of the code that each has read.</param>
    /// <param name="mutants">Mutants that are compiled together, which are compared faster; null for none.</param>
    public MutantReach(Repository repository, IEnumerable<ProofResult> results, ProofMutants? mutants = null)
    {
        ArgumentNullException.ThrowIfNull(repository);
        _results = [.. results];
        // Not the assembly as built: another version of the compiler made it.
        using CodeDigests digests = DigestsOf(
            new ImplementationImage(new MutantCompiler(repository).CompileUnchanged()));
        _original = _results.SelectMany(result => result.Reads).Distinct()
            .Where(name => CodeName.AssemblyIn(name) == ImplementationImage.AssemblyName)
            .ToDictionary(name => name, digests.Of);
        _together = mutants?.UnchangedTogether;
        if (_together is not null)
        {
            using var module = ModuleDefinition.ReadModule(new MemoryStream(_together));
            _methodsTogether = module.GetTypes().SelectMany(type => type.Methods)
                .ToDictionary(method => method.MetadataToken.ToInt32(), CodeName.Of);
        }
    }

    /// <summary>
    /// The proofs that read code that the mutant changes. All other proofs have the same result on it.
    /// </summary>
    /// <param name="mutant">The compiled mutant.</param>
    public IReadOnlyList<ProofCase> Of(ImplementationImage mutant)
    {
        ArgumentNullException.ThrowIfNull(mutant);
        HashSet<string> changed = ReplacedIn(mutant) ?? ChangedIn(mutant);
        return [.. _results.Where(result => result.Reads.Any(changed.Contains)).Select(result => result.Case)];
    }

    // Byte by byte: null if the image differs from the others in anything but which body a method has.
    private HashSet<string>? ReplacedIn(ImplementationImage mutant)
    {
        if (_together is null)
        {
            return null;
        }

        using var bodies = new MethodBodies(_together);
        return bodies.ReplacedIn(mutant.Bytes.Span)?.Select(method => _methodsTogether[method]).ToHashSet();
    }

    private HashSet<string> ChangedIn(ImplementationImage mutant)
    {
        using CodeDigests digests = DigestsOf(mutant);
        return [.. _original.Where(read => IsChanged(read.Key, read.Value)).Select(read => read.Key)];

        // A member to which the other compiler gives another name cannot be compared, so it counts as changed.
        bool IsChanged(string name, string before) => before == CodeDigests.Missing || digests.Of(name) != before;
    }

    private static CodeDigests DigestsOf(ImplementationImage image) =>
        new(new CodeBase(typeof(ProofCatalogue).Module.FullyQualifiedName, image));
}
