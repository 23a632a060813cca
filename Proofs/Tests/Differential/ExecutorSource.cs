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

    /// <summary>Compiles and loads the executor with a change; null for the unchanged executor.</summary>
    public static LoadedExecutor Load(SourceEdit? edit) => new(Emit(edit is null ? Source.Value : Apply(edit)));

    private static CSharpCompilation Read()
    {
        CSharpCompilation all = ProjectSource.Read(
            Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "Proofs"),
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
        using var image = new MemoryStream();
        source.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }
}
