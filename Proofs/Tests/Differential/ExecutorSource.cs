using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Tests.Differential;

/// <summary>The executor's source, to be compiled with something wrong in it. Parsed once.</summary>
public sealed class ExecutorSource
{
    private readonly CSharpCompilation _source = ProjectSource.Read(
        Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "Proofs"),
        typeof(Prover).Assembly.GetName().Name,
        visibleTo: "Verify.Proofs.Tests",
        name => !name.StartsWith("Verify.Proofs", StringComparison.Ordinal));

    /// <summary>The executor with this change; null for the one as it is.</summary>
    public LoadedExecutor Load(SourceEdit? edit) => new(Emit(edit is null ? _source : Apply(edit)));

    private CSharpCompilation Apply(SourceEdit edit)
    {
        SyntaxTree original = _source.SyntaxTrees.Single(tree => tree.FilePath == edit.File);
        return _source.ReplaceSyntaxTree(
            original, ProjectSource.Parse(edit.Apply(original.ToString()), edit.File));
    }

    private static byte[] Emit(CSharpCompilation source)
    {
        using var image = new MemoryStream();
        source.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }
}
