using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verify.Properties.Mutants;

/// <summary>The source of a project, ready to be compiled in memory as the SDK compiles it.</summary>
public static class ProjectSource
{
    /// <summary>The global usings of the SDK's ImplicitUsings and of Directory.Build.props.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Verify.Abi.Calls;
        global using Verify.Abi.Systems;
        global using Verify.Abi.Text;
        """;

    // One thread for each compilation: the callers run several at a time.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>
    /// The options for parsing every file. Nullable flow analysis takes a fifth of the time, and only warns.
    /// </summary>
    internal static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>The compilation of a project folder, without its tests.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="assembly">The simple name of the assembly.</param>
    /// <param name="visibleTo">The assembly that may use its internals.</param>
    /// <param name="isReferenced">True for the assemblies of the running program to reference, by simple name.</param>
    public static CSharpCompilation Read(
        string directory, string? assembly, string visibleTo, Func<string, bool> isReferenced)
    {
        string[] files = Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var trees =
            from file in files
            let name = Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/')
            where !name.StartsWith("Tests/", StringComparison.Ordinal)
            select Parse(File.ReadAllText(file), name);
        string visibility = $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{visibleTo}\")]";
        return CSharpCompilation.Create(
            assembly,
            trees.Append(Parse(GlobalUsings, nameof(GlobalUsings))).Append(Parse(visibility, nameof(visibility))),
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
                .Where(path => isReferenced(Path.GetFileNameWithoutExtension(path)))
                .Select(path => MetadataReference.CreateFromFile(path)),
            Options);
    }

    /// <summary>A file of a compilation; null if it has none of that name.</summary>
    public static SyntaxTree? FileOf(CSharpCompilation source, string name) =>
        source.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == name);

    /// <summary>Compiles to the bytes of an assembly file; null with the first error if it does not compile.</summary>
    public static byte[]? TryEmit(CSharpCompilation source, out Diagnostic? error)
    {
        using var image = new MemoryStream();
        error = source.Emit(image).Diagnostics.FirstOrDefault(found => found.Severity == DiagnosticSeverity.Error);
        return error is null ? image.ToArray() : null;
    }

    /// <summary>Parses a file. The name is relative to the project folder, with forward slashes.</summary>
    public static SyntaxTree Parse(string text, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, name);
}
