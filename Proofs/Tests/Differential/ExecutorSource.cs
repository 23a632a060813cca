using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Tests.Differential;

/// <summary>
/// The source of the executor, from which mutants are compiled. It is parsed once, without the proofs about
/// Implementation, which nothing here runs.
/// </summary>
internal static class ExecutorSource
{
    private static readonly Lazy<CSharpCompilation> Source = new(Read);

    private static readonly Lazy<Metamutant> Together = new(() => new Metamutant(
        Source.Value, Folders.SelectMany(LoadMutants).Select(mutant => mutant.Edit)));

    /// <summary>The folders of mutants of the executor, among these tests.</summary>
    private static IEnumerable<string> Folders =>
        ["Differential/ExecutorMutants", "CrossChecking/RewritingMutants", "Caching/RecorderMutants"];

    /// <summary>Compiles and loads the executor with a change; null for the unchanged executor.</summary>
    public static LoadedExecutor Load(SourceEdit? edit) => new(
        edit is null ? Emit(Source.Value) : Together.Value.With(edit) ?? Emit(Apply(edit)));

    private static string Folder => Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "Proofs");

    private static IEnumerable<Mutant> LoadMutants(string folder) =>
        MutantCatalogue.Load(Path.Combine(Folder, "Tests", folder));

    private static CSharpCompilation Read()
    {
        CSharpCompilation all = ProjectSource.Read(
            Folder,
            typeof(Prover).Assembly.GetName().Name,
            visibleTo: "Verify.Proofs.Tests",
            name => !name.StartsWith("Verify.Proofs", StringComparison.Ordinal));
        return all.RemoveSyntaxTrees(all.SyntaxTrees.Where(
            tree => tree.FilePath.StartsWith("Harnesses/", StringComparison.Ordinal)));
    }

    private static CSharpCompilation Apply(SourceEdit edit)
    {
        SyntaxTree original = Source.Value.SyntaxTrees.Single(tree => tree.FilePath == edit.File);
        return Source.Value.ReplaceSyntaxTree(
            original, ProjectSource.Parse(edit.Apply(original.ToString()), edit.File));
    }

    private static byte[] Emit(CSharpCompilation source)
    {
        byte[]? image = ProjectSource.TryEmit(source, out Diagnostic? error);
        error.ShouldBeNull();
        return image!;
    }
}
