using System.Reflection;
using System.Runtime.CompilerServices;
using Verify.Runner.Tests.Architecture;

namespace Verify.Runner.Tests.Tidy;

/// <summary>Names of types that are not nested: a name means one thing.</summary>
internal static class TypeNames
{
    /// <summary>Nouns of the field that model and kernel both state, each in its own way.</summary>
    private static readonly string[] Shared =
    [
        "Card", "Datagram", "FileSystem", "Network", "Node", "Prison", "Privileges", "Process", "Route", "Socket",
    ];

    /// <summary>Every type of the projects that is public or internal.</summary>
    public static IEnumerable<Type> All =>
        CompiledCode.Projects.Select(CompiledCode.AssemblyOf)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsNested && !type.Name.StartsWith('<'))
            .Where(type => type.Namespace?.StartsWith("Verify.", StringComparison.Ordinal) == true)
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    /// <summary>Names that several types have, and are not of those that model and kernel share.</summary>
    public static IEnumerable<string> Ambiguous(IEnumerable<Type> types) =>
        from type in types
        group type.FullName by type.Name into same
        where same.Count() > 1 && !(Shared.Contains(same.Key) && IsOneOfEachSide(same))
        select string.Join(", ", same.Order(StringComparer.Ordinal));

    private static bool IsOneOfEachSide(IEnumerable<string?> names) =>
        names.Select(name => name!.Split('.')[1]).Order(StringComparer.Ordinal)
            .SequenceEqual(["Implementation", "Model"]);
}
