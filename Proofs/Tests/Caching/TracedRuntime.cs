using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Shouldly;
using Verify.Abi;
using Verify.Implementation;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Running;

namespace Verify.Proofs.Tests.Caching;

/// <summary>
/// Traces the code of Implementation and Abi that a harness touches when the runtime runs it on random inputs. The
/// executor and its records take no part. Each harness loads both assemblies again, because a type is initialized once.
/// </summary>
internal sealed class TracedRuntime() : AssemblyLoadContext("traced", isCollectible: true)
{
    private static readonly Dictionary<string, TracedAssembly> Traced =
        new[] { typeof(Errno).Assembly, typeof(Machine).Assembly }.ToDictionary(
            assembly => assembly.GetName().Name!, Trace);

    /// <summary>The touched code, by <see cref="CodeName"/>.</summary>
    public static IReadOnlySet<string> TouchedBy(MethodInfo harness)
    {
        var runtime = new TracedRuntime();
        try
        {
            var bound = (MethodInfo)runtime.LoadFromAssemblyPath(harness.Module.FullyQualifiedName)
                .ManifestModule.ResolveMethod(harness.MetadataToken)!;
            runtime.Initialize();
            RandomRuns.FailureOf(bound, constants: []).ShouldBeNull();
            return runtime.Assemblies
                .SelectMany(loaded => Traced.GetValueOrDefault(loaded.GetName().Name!)?.Marked(loaded) ?? [])
                .ToHashSet();
        }
        finally
        {
            runtime.Unload();
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Traced.TryGetValue(assemblyName.Name!, out var traced)
            ? LoadFromStream(new MemoryStream(traced.Image, writable: false))
            : null;

    // Types whose initializers the runtime may run at any time, even for a field that no run reads.
    private void Initialize()
    {
        List<Assembly> traced = [.. Traced.Keys.Select(name => LoadFromAssemblyName(new AssemblyName(name)))];
        foreach (var type in traced.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Attributes.HasFlag(TypeAttributes.BeforeFieldInit) && !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }

        traced.ForEach(assembly => Traced[assembly.GetName().Name!].Reset(assembly));
    }

    private static TracedAssembly Trace(Assembly assembly)
    {
        using var code = new CodeBase(assembly.Location, mutant: null);
        return new TracedAssembly(code.Resolve(assembly.GetName().Name!));
    }
}
