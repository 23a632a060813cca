using System.Reflection;
using System.Runtime.Loader;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Running;

/// <summary>Loads a harness a second time, bound to a mutant of Implementation.</summary>
internal sealed class MutantLoader(ImplementationImage mutant) : AssemblyLoadContext("mutant", isCollectible: true)
{
    /// <summary>Returns the same method, bound to the mutant.</summary>
    public MethodInfo Bind(MethodInfo harness) =>
        (MethodInfo)LoadFromAssemblyPath(harness.Module.FullyQualifiedName)
            .ManifestModule.ResolveMethod(harness.MetadataToken)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name != ImplementationImage.AssemblyName)
        {
            return null; // Shared with the default context: it does not refer to Implementation.
        }

        using Stream stream = mutant.Open();
        return LoadFromStream(stream);
    }
}
