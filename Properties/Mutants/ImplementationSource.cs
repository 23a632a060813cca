using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>The implementation's source, ready to be compiled in memory. Parsed once for all mutants.</summary>
internal static class ImplementationSource
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

    /// <summary>The proofs' harnesses reach inside a mutant too, as the project file lets them.</summary>
    private const string Visibility =
        "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Verify.Proofs\")]";

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Latest);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>A compilation of the folder that has the implementation's project file, under the assembly's own name.</summary>
    public static CSharpCompilation Read(string directory)
    {
        string[] files = Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var trees = files.Select(file => Parse(File.ReadAllText(file), NameOf(directory, file)));
        return CSharpCompilation.Create(
            typeof(Machine).Assembly.GetName().Name,
            trees.Append(Parse(GlobalUsings, nameof(GlobalUsings))).Append(Parse(Visibility, nameof(Visibility))),
            PlatformAssemblies().Select(path => MetadataReference.CreateFromFile(path)),
            Options);
    }

    /// <summary>Parses a file; its name is relative to the implementation's folder, with forward slashes.</summary>
    public static SyntaxTree Parse(string text, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, name);

    /// <summary>The same compilation with a guard in every loop.</summary>
    public static CSharpCompilation WithLoopGuards(CSharpCompilation source) =>
        source.RemoveAllSyntaxTrees().AddSyntaxTrees(source.SyntaxTrees.Select(WithLoopGuards));

    /// <summary>The same file with a guard in every loop.</summary>
    public static SyntaxTree WithLoopGuards(SyntaxTree tree) =>
        tree.WithRootAndOptions(new LoopGuardRewriter().Visit(tree.GetRoot()), ParseOptions);

    private static string NameOf(string directory, string file) =>
        Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The class library, Abi, and this assembly for the loop guards; not the implementation as built.</summary>
    private static IEnumerable<string> PlatformAssemblies()
    {
        var trusted = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        return trusted.Split(Path.PathSeparator).Where(path =>
        {
            string name = Path.GetFileNameWithoutExtension(path);
            return name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi" or "Verify.Properties";
        });
    }
}
