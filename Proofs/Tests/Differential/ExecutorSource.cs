using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Shouldly;
using Verify.Properties;
using Verify.Properties.Mutants;

namespace Verify.Proofs.Tests.Differential;

/// <summary>The executor's source, to be compiled with something wrong in it. Parsed once.</summary>
public sealed class ExecutorSource
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Verify.Proofs.Tests")]
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Latest);

    private readonly CSharpCompilation _source;

    public ExecutorSource()
    {
        var folder = Path.Combine(Repository.Around(AppContext.BaseDirectory).Root, "Proofs");
        var files = Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Text: File.ReadAllText(file), Name: Path.GetRelativePath(folder, file).Replace('\\', '/')))
            .Where(file => !file.Name.StartsWith("Tests/", StringComparison.Ordinal))
            .Append((Text: GlobalUsings, Name: nameof(GlobalUsings)));
        var trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        _source = CSharpCompilation.Create(
            typeof(Prover).Assembly.GetName().Name,
            files.Select(file => CSharpSyntaxTree.ParseText(file.Text, Language, file.Name)),
            trusted.Where(file => !Path.GetFileName(file).StartsWith("Verify.Proofs", StringComparison.Ordinal))
                .Select(file => MetadataReference.CreateFromFile(file)),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The executor with this change; null for the one as it is.</summary>
    public LoadedExecutor Load(SourceEdit? edit) => new(Emit(edit is null ? _source : Apply(edit)));

    private CSharpCompilation Apply(SourceEdit edit)
    {
        SyntaxTree original = _source.SyntaxTrees.Single(tree => tree.FilePath == edit.File);
        return _source.ReplaceSyntaxTree(
            original, CSharpSyntaxTree.ParseText(edit.Apply(original.ToString()), Language, edit.File));
    }

    private static byte[] Emit(CSharpCompilation source)
    {
        using var image = new MemoryStream();
        source.Emit(image).Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        return image.ToArray();
    }
}
