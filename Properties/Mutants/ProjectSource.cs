using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verify.Properties.Mutants;

/// <summary>A project's source, ready to be compiled in memory as the SDK compiles it.</summary>
public static class ProjectSource
{
    /// <summary>What the SDK's ImplicitUsings gives a library.</summary>
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // On one thread each: the callers compile on several.
    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        concurrentBuild: false,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>How every file is read. Nullable flow analysis only warns, and takes a fifth of the time.</summary>
    internal static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.Latest)
        .WithFeatures([new("run-nullable-analysis", "never")]);

    /// <summary>A compilation of the folder that has the project's file, without its tests.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="assembly">The assembly's simple name.</param>
    /// <param name="visibleTo">Who else reaches its internals.</param>
    /// <param name="isReferenced">Which of the running program's assemblies it refers to, by simple name.</param>
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

    /// <summary>Parses a file; its name is relative to the project's folder, with forward slashes.</summary>
    public static SyntaxTree Parse(string text, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, name);
}
