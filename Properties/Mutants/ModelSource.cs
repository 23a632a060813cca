using Microsoft.CodeAnalysis.CSharp;
using Verify.Model;

namespace Verify.Properties.Mutants;

/// <summary>The source of the model, ready to be compiled in memory.</summary>
internal static class ModelSource
{
    /// <summary>The compilation of the model's project folder, with the name of its assembly.</summary>
    public static CSharpCompilation Read(string directory) => ProjectSource.Read(
        directory,
        typeof(Spec).Assembly.GetName().Name,
        visibleTo: "Verify.Properties",
        name => name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi");
}
