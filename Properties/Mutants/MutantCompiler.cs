using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Verify.Properties.Mutants;

/// <summary>
/// Compiles the implementation, and the model, with the change of a mutant, from source and in memory.
/// </summary>
public sealed class MutantCompiler
{
    private readonly CSharpCompilation _plain;
    private readonly Lazy<CSharpCompilation> _guarded;
    private readonly Lazy<CSharpCompilation> _model;
    private readonly Lazy<Metamutant> _plainTogether;
    private readonly Lazy<Metamutant> _guardedTogether;
    private readonly Lazy<Metamutant> _modelTogether;

    /// <summary>Reads the source, once for any number of mutants.</summary>
    /// <param name="repository">The working copy.</param>
    /// <param name="together">
    /// Mutants to compile at once when the first of them is asked for. Without them each is compiled alone.
    /// </param>
    public MutantCompiler(Repository repository, IEnumerable<Mutant>? together = null)
    {
        Mutant[] mutants = [.. together ?? []];
        _plain = ImplementationSource.Read(repository.Implementation);
        _guarded = new Lazy<CSharpCompilation>(() => ImplementationSource.WithLoopGuards(_plain));
        _model = new Lazy<CSharpCompilation>(() => ModelSource.Read(repository.Model));
        _plainTogether = Together(mutants.Select(mutant => mutant.Edit), () => _plain, source => source);
        _guardedTogether = Together(
            mutants.Select(mutant => mutant.Edit), () => _plain, ImplementationSource.WithLoopGuards);
        _modelTogether = Together(mutants.Select(mutant => mutant.ModelEdit), () => _model.Value, source => source);
    }

    /// <summary>Compiles one mutant.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public CompiledMutant Compile(Mutant mutant)
    {
        byte[] guarded = _guardedTogether.Value.With(mutant.Edit) ?? Emit(
            mutant.Name,
            Replace(_guarded.Value, ImplementationSource.WithLoopGuards(Apply(mutant, mutant.Edit, _plain))));
        byte[]? model = mutant.ModelEdit is { } edit
            ? _modelTogether.Value.With(edit)
                ?? Emit(mutant.Name, Replace(_model.Value, Apply(mutant, edit, _model.Value)))
            : null;
        return new CompiledMutant(mutant, guarded, model, () => CompileImage(mutant));
    }

    /// <summary>Compiles only <see cref="CompiledMutant.Image"/>: the implementation without guards.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public byte[] CompileImage(Mutant mutant) => _plainTogether.Value.With(mutant.Edit)
        ?? Emit(mutant.Name, Replace(_plain, Apply(mutant, mutant.Edit, _plain)));

    /// <summary>Compiles the implementation without a change, to compare the code of mutants with.</summary>
    /// <exception cref="MutantException">The source does not compile.</exception>
    public byte[] CompileUnchanged() => Emit("none", _plain);

    /// <summary>
    /// The unchanged implementation from which <see cref="CompileImage"/> makes the mutants that are compiled together,
    /// each with other bodies of some methods; null if there are none.
    /// </summary>
    public byte[]? UnchangedTogether => _plainTogether.Value.Image;

    private static Lazy<Metamutant> Together(
        IEnumerable<SourceEdit?> edits, Func<CSharpCompilation> source,
        Func<CSharpCompilation, CSharpCompilation> finish) =>
        new(() => new Metamutant(source(), [.. edits.OfType<SourceEdit>()], finish));

    /// <summary>The changed file.</summary>
    /// <exception cref="MutantException">The change does not fit the source.</exception>
    private static SyntaxTree Apply(Mutant mutant, SourceEdit edit, CSharpCompilation source)
    {
        string name = edit.File;
        if (ProjectSource.FileOf(source, name) is not { } original)
        {
            throw new MutantException($"mutant {mutant.Name}: there is no {name}");
        }

        try
        {
            return ProjectSource.Parse(edit.Apply(original.ToString()), name);
        }
        catch (MutantException mismatch)
        {
            throw new MutantException($"mutant {mutant.Name}: {mismatch.Message}", mismatch);
        }
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, SyntaxTree changed) =>
        compilation.ReplaceSyntaxTree(ProjectSource.FileOf(compilation, changed.FilePath)!, changed);

    private static byte[] Emit(string mutant, CSharpCompilation source) =>
        ProjectSource.TryEmit(source, out Diagnostic? error)
            ?? throw new MutantException($"mutant {mutant} does not compile: {error}");
}
