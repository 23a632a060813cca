using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Verify.Implementation;

namespace Verify.Properties.Mutants;

/// <summary>The implementation's source, ready to be compiled in memory. Parsed once for all mutants.</summary>
internal static class ImplementationSource
{
    /// <summary>A compilation of the folder that has the implementation's project file, under the assembly's own name.</summary>
    public static CSharpCompilation Read(string directory) => ProjectSource.Read(
        directory,
        typeof(Machine).Assembly.GetName().Name,
        // The proofs' harnesses reach inside a mutant too, as the project file lets them.
        visibleTo: "Verify.Proofs",
        // The class library, Abi, and this assembly for the loop guards; not the implementation as built.
        name => name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi" or "Verify.Properties");

    /// <summary>The same compilation with a guard in every loop.</summary>
    public static CSharpCompilation WithLoopGuards(CSharpCompilation source) =>
        source.RemoveAllSyntaxTrees().AddSyntaxTrees(source.SyntaxTrees.Select(WithLoopGuards));

    /// <summary>The same file with a guard in every loop.</summary>
    public static SyntaxTree WithLoopGuards(SyntaxTree tree) =>
        tree.WithRootAndOptions(new LoopGuardRewriter().Visit(tree.GetRoot()), ProjectSource.ParseOptions);
}
