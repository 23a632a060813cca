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
/// executor and its records take no part. All harnesses share one copy of both assemblies. Its types are initialized
/// before the first one runs: a type is initialized once, so its initializer would count for that harness alone.
/// </summary>
internal sealed class TracedRuntime : AssemblyLoadContext
{
    private static readonly Dictionary<string, TracedAssembly> Traced =
        new[] { typeof(Errno).Assembly, typeof(Machine).Assembly }.ToDictionary(
            assembly => assembly.GetName().Name!, Trace);

    private static readonly TracedRuntime Shared = new();

    private readonly List<Assembly> _loaded;

    private TracedRuntime()
        : base("traced")
    {
        _loaded = [.. Traced.Keys.Select(name => LoadFromAssemblyName(new AssemblyName(name)))];
        foreach (var type in _loaded.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.TypeInitializer is not null && !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    /// <summary>The touched code, by <see cref="CodeName"/>.</summary>
    public static IReadOnlySet<string> TouchedBy(MethodInfo harness) => Shared.Touched(harness);

    private HashSet<string> Touched(MethodInfo harness)
    {
        var bound = (MethodInfo)LoadFromAssemblyPath(harness.Module.FullyQualifiedName)
            .ManifestModule.ResolveMethod(harness.MetadataToken)!;
        _loaded.ForEach(assembly => Traced[assembly.GetName().Name!].Reset(assembly));
        RandomRuns.FailureOf(bound, constants: []).ShouldBeNull();
        return [.. _loaded.SelectMany(assembly => Traced[assembly.GetName().Name!].Marked(assembly))];
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        Traced.TryGetValue(assemblyName.Name!, out var traced)
            ? LoadFromStream(new MemoryStream(traced.Image, writable: false))
            : null;

    private static TracedAssembly Trace(Assembly assembly)
    {
        using var code = new CodeBase(assembly.Location, mutant: null);
        return new TracedAssembly(code.Resolve(assembly.GetName().Name!));
    }
}
