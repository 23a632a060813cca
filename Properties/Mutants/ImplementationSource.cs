using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Verify.Properties.Mutants;

/// <summary>The implementation's source files, parsed once for all mutants.</summary>
internal sealed class ImplementationSource
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

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Latest);

    private readonly ImmutableDictionary<string, SyntaxTree> _trees;

    private ImplementationSource(ImmutableDictionary<string, SyntaxTree> trees) => _trees = trees;

    /// <summary>All files of the implementation, changed or not.</summary>
    public IEnumerable<SyntaxTree> Trees => _trees.Values;

    /// <summary>Reads the folder that has the implementation's project file.</summary>
    public static ImplementationSource Read(string directory)
    {
        string[] files = Directory.GetFiles(directory, "*.cs", SearchOption.AllDirectories);
        Array.Sort(files, StringComparer.Ordinal);
        var trees = files.Select(file => Parse(File.ReadAllText(file), NameOf(directory, file)));
        return new ImplementationSource(
            trees.Append(Parse(GlobalUsings, "GlobalUsings")).ToImmutableDictionary(tree => tree.FilePath));
    }

    /// <summary>The files with one mutant's change made.</summary>
    /// <exception cref="MutantException">The change does not fit the source.</exception>
    public ImplementationSource With(Mutant mutant)
    {
        try
        {
            string name = mutant.Edit.File;
            return _trees.TryGetValue(name, out SyntaxTree? tree)
                ? new ImplementationSource(_trees.SetItem(name, Parse(mutant.Edit.Apply(tree.ToString()), name)))
                : throw new MutantException($"there is no {name}");
        }
        catch (MutantException mismatch)
        {
            throw new MutantException($"mutant {mutant.Name}: {mismatch.Message}", mismatch);
        }
    }

    /// <summary>The files with a guard in every loop.</summary>
    public ImplementationSource WithLoopGuards() =>
        new(_trees.ToImmutableDictionary(
            tree => tree.Key,
            tree => tree.Value.WithRootAndOptions(new LoopGuardRewriter().Visit(tree.Value.GetRoot()), Options)));

    private static string NameOf(string directory, string file) =>
        Path.GetRelativePath(directory, file).Replace(Path.DirectorySeparatorChar, '/');

    private static SyntaxTree Parse(string text, string name) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text), Options, name);
}
