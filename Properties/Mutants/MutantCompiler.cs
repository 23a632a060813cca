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
    private readonly Lazy<SwitchedMutants> _ofImplementation;
    private readonly Lazy<SwitchedSuites> _ofBoth;

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
        _plainTogether = new Lazy<Metamutant>(() => new Metamutant(_plain, mutants.Select(mutant => mutant.Edit)));
        var guarded = new Lazy<SwitchedImage>(() => new SwitchedImage(
            _plain, mutants.Select(mutant => mutant.Edit), ImplementationSource.WithLoopGuards));
        _ofImplementation = new Lazy<SwitchedMutants>(() => new SwitchedMutants(guarded.Value));
        _ofBoth = new Lazy<SwitchedSuites>(() => new SwitchedSuites(
            new SwitchedImage(
                _model.Value, mutants.Select(mutant => mutant.ModelEdit).OfType<SourceEdit>(), source => source),
            guarded.Value));
    }

    /// <summary>Compiles one mutant.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public CompiledMutant Compile(Mutant mutant)
    {
        ISuite? suite = mutant.ModelEdit is { } ofModel ? _ofBoth.Value.With(ofModel, mutant.Edit) : null;
        if ((mutant.ModelEdit is null) == (suite is null) && _ofImplementation.Value.With(mutant.Edit) is { } boot)
        {
            return new CompiledMutant(mutant, boot, suite, () => CompileImage(mutant));
        }

        byte[] guarded = Emit(
            mutant.Name,
            Replace(_guarded.Value, ImplementationSource.WithLoopGuards(Apply(mutant, mutant.Edit, _plain))));
        byte[]? model = mutant.ModelEdit is { } edit
            ? Emit(mutant.Name, Replace(_model.Value, Apply(mutant, edit, _model.Value)))
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
