using Microsoft.CodeAnalysis.CSharp;
using Verify.Model;

namespace Verify.Properties.Mutants;

/// <summary>The model's source, ready to be compiled in memory.</summary>
internal static class ModelSource
{
    /// <summary>A compilation of the folder that has the model's project file, under the assembly's own name.</summary>
    public static CSharpCompilation Read(string directory) => ProjectSource.Read(
        directory,
        typeof(Spec).Assembly.GetName().Name,
        visibleTo: "Verify.Properties",
        name => name.StartsWith("System.", StringComparison.Ordinal) || name is "Verify.Abi");
}
