using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Verify.Properties.Mutants;

/// <summary>
/// Compiles the implementation, and the model, with the change of a mutant, from source and in memory.
/// </summary>
public sealed class MutantCompiler
{
    private readonly CSharpCompilation _plain;
    private readonly Lazy<CSharpCompilation> _guarded;
    private readonly Lazy<CSharpCompilation> _model;

    /// <summary>Reads the source, once for any number of mutants.</summary>
    public MutantCompiler(Repository repository)
    {
        _plain = ImplementationSource.Read(repository.Implementation);
        _guarded = new Lazy<CSharpCompilation>(() => ImplementationSource.WithLoopGuards(_plain));
        _model = new Lazy<CSharpCompilation>(() => ModelSource.Read(repository.Model));
    }

    /// <summary>Compiles one mutant.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public CompiledMutant Compile(Mutant mutant)
    {
        SyntaxTree changed = Apply(mutant, mutant.Edit, _plain);
        byte[] guarded = Emit(mutant.Name, Replace(_guarded.Value, ImplementationSource.WithLoopGuards(changed)));
        byte[]? model = mutant.ModelEdit is { } edit
            ? Emit(mutant.Name, Replace(_model.Value, Apply(mutant, edit, _model.Value)))
            : null;
        return new CompiledMutant(mutant, guarded, model, () => Emit(mutant.Name, Replace(_plain, changed)));
    }

    /// <summary>Compiles only <see cref="CompiledMutant.Image"/>: the implementation without guards.</summary>
    /// <exception cref="MutantException">Its change does not fit the source, or does not compile.</exception>
    public byte[] CompileImage(Mutant mutant) =>
        Emit(mutant.Name, Replace(_plain, Apply(mutant, mutant.Edit, _plain)));

    /// <summary>Compiles the implementation without a change, to compare the code of mutants with.</summary>
    /// <exception cref="MutantException">The source does not compile.</exception>
    public byte[] CompileUnchanged() => Emit("none", _plain);

    /// <summary>The changed file.</summary>
    /// <exception cref="MutantException">The change does not fit the source.</exception>
    private static SyntaxTree Apply(Mutant mutant, SourceEdit edit, CSharpCompilation source)
    {
        string name = edit.File;
        if (source.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == name) is not { } original)
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
        compilation.ReplaceSyntaxTree(
            compilation.SyntaxTrees.First(tree => tree.FilePath == changed.FilePath), changed);

    private static byte[] Emit(string mutant, CSharpCompilation source)
    {
        using var image = new MemoryStream();
        EmitResult result = source.Emit(image);
        Diagnostic? error = result.Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        return error is null
            ? image.ToArray()
            : throw new MutantException($"mutant {mutant} does not compile: {error}");
    }
}
