using System.Collections.Concurrent;
using Verify.Proofs.Claims;
using Verify.Proofs.CompiledCode;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs;

/// <summary>
/// The mutants of Implementation on which proofs must fail: those of the corpus, and those in Proofs/Mutants. They are
/// compiled together. May be used by several threads.
/// </summary>
public sealed class ProofMutants
{
    private readonly MutantCompiler _compiler;
    private readonly ConcurrentDictionary<string, Lazy<ImplementationImage>> _images = [];

    /// <summary>The mutants of a working copy.</summary>
    /// <exception cref="MutantException">A file is malformed.</exception>
    public ProofMutants(Repository repository)
    {
        ArgumentNullException.ThrowIfNull(repository);
        All =
        [
            .. MutantCatalogue.Load(repository.Mutants),
            .. MutantCatalogue.Load(Path.Combine(repository.Root, "Proofs", "Mutants")),
        ];
        _compiler = new MutantCompiler(repository, All);
    }

    /// <summary>All mutants.</summary>
    public IReadOnlyList<Mutant> All { get; }

    /// <summary>See <see cref="MutantCompiler.UnchangedTogether"/>.</summary>
    internal byte[]? UnchangedTogether => _compiler.UnchangedTogether;

    /// <summary>Compiles a mutant.</summary>
    /// <exception cref="MutantException">No mutant has that name, or its edit does not fit the source.</exception>
    public ImplementationImage ImageOf(string name) =>
        _images.GetOrAdd(name, _ => new Lazy<ImplementationImage>(() => Compile(name))).Value;

    /// <summary>Compiles the mutant that a proof names.</summary>
    /// <exception cref="MutantException">The proof names no mutant, or one that does not exist.</exception>
    public ImplementationImage ImageOf(ProofCase proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return ImageOf(proof.Claim.Mutant ?? throw new MutantException($"{proof.Name} names no mutant"));
    }

    private ImplementationImage Compile(string name)
    {
        Mutant mutant = All.FirstOrDefault(mutant => mutant.Name == name)
            ?? throw new MutantException($"{name}: no such mutant");
        return new ImplementationImage(_compiler.CompileImage(mutant));
    }
}
