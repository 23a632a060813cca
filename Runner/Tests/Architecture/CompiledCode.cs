using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace Verify.Runner.Tests.Architecture;

/// <summary>The compiled projects, and which of their rooms (namespaces) need which.</summary>
internal static class CompiledCode
{
    /// <summary>The projects, from the bottom to the top.</summary>
    public static readonly IReadOnlyList<string> Projects =
        ["Abi", "Model", "Implementation", "Properties", "Proofs", "Runner"];

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() => Load(Projects.Select(AssemblyOf)));

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> LoadedTests =
        new(() => Load([typeof(CompiledCode).Assembly]));

    /// <summary>All projects.</summary>
    public static ArchUnitNET.Domain.Architecture All => Loaded.Value;

    /// <summary>This test project, in which a circle is planted.</summary>
    public static ArchUnitNET.Domain.Architecture Tests => LoadedTests.Value;

    /// <summary>A project's namespace, which is also its assembly's name.</summary>
    public static string NamespaceOf(string project) => "Verify." + project;

    /// <summary>The assembly of a project.</summary>
    public static Assembly AssemblyOf(string project) => Assembly.Load(new AssemblyName(NamespaceOf(project)));

    /// <summary>
    /// The rooms below a namespace: what follows it in a type's namespace, or "" for the namespace itself.
    /// </summary>
    public static IReadOnlySet<string> RoomsOf(string root) =>
        TypesIn(root).Select(type => RoomOf(root, type)).ToHashSet();

    /// <summary>What a room's types need of other rooms of the same namespace, with one example each.</summary>
    public static IEnumerable<RoomDependency> DependenciesIn(string root) =>
        from type in TypesIn(root)
        from target in TargetsOf(type).Distinct()
        where IsIn(root, target) && RoomOf(root, type) != RoomOf(root, target)
        group $"{type.Name} needs {target.Name}" by (From: RoomOf(root, type), To: RoomOf(root, target)) into examples
        select new RoomDependency(examples.Key.From, examples.Key.To, examples.Order(StringComparer.Ordinal).First());

    /// <summary>The other projects that a project's types need, each with one example.</summary>
    public static IReadOnlyDictionary<string, string> ProjectsNeededBy(string project) => (
        from type in TypesIn(NamespaceOf(project))
        from target in TargetsOf(type)
        let needed = Projects.FirstOrDefault(other => IsIn(NamespaceOf(other), target))
        where needed is not null && needed != project
        group $"{type.Name} needs {target.Name}" by needed)
        .ToDictionary(examples => examples.Key, examples => examples.Order(StringComparer.Ordinal).First());

    /// <summary>What a type depends on, without type parameters, which lie in no room.</summary>
    private static IEnumerable<IType> TargetsOf(IType type) =>
        type.Dependencies.Select(dependency => dependency.Target).Where(target => target is not GenericParameter);

    private static ArchUnitNET.Domain.Architecture Load(IEnumerable<Assembly> assemblies) =>
        new ArchLoader().LoadAssemblies([.. assemblies]).Build();

    private static IEnumerable<IType> TypesIn(string root) =>
        (IsOfTests(root) ? Tests : All).Types.Where(type => IsIn(root, type));

    private static bool IsIn(string root, IType type) =>
        type.Namespace?.FullName is { } name
        && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal))
        && IsOfTests(name) == IsOfTests(root);

    private static bool IsOfTests(string name) => name.Split('.').Contains("Tests");

    private static string RoomOf(string root, IType type) =>
        type.Namespace.FullName[root.Length..].TrimStart('.');
}
