using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>
/// The source of the implementation, ready to be compiled in memory; it is parsed once for all mutants.
/// </summary>
internal static class ImplementationSource
{
    /// <summary>The compilation of the implementation's project folder, with the name of its assembly.</summary>
    public static CSharpCompilation Read(string directory) => ProjectSource.Read(
        directory,
        typeof(Machine).Assembly.GetName().Name,
        // As in the project file: the proof harnesses use internals.
        visibleTo: "Verify.Proofs",
        // The class library, Abi, and this assembly for the loop guards, but not the implementation itself.
        name => name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi" or "Verify.Properties");

    /// <summary>The compilation with a guard in every loop.</summary>
    public static CSharpCompilation WithLoopGuards(CSharpCompilation source) =>
        source.RemoveAllSyntaxTrees().AddSyntaxTrees(source.SyntaxTrees.Select(WithLoopGuards));

    /// <summary>The file with a guard in every loop.</summary>
    public static SyntaxTree WithLoopGuards(SyntaxTree tree) =>
        tree.WithRootAndOptions(new LoopGuardRewriter().Visit(tree.GetRoot()), ProjectSource.ParseOptions);
}
