using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// Names for parts of the compiled code that are the same in every compilation: <c>[assembly]type</c> and
/// <c>[assembly]type::method</c> for this suite's code, and the name of the assembly for all other code.
/// </summary>
internal static class CodeName
{
    private const string Ours = "Verify.";

    public static string Of(TypeReference type)
    {
        var assembly = AssemblyOf(type);
        return IsOurs(assembly) ? $"[{assembly}]{type.FullName}" : assembly;
    }

    /// <summary>
    /// The name of a method. Overloads are numbered; the type, which counts as read too, has their order.
    /// </summary>
    public static string Of(MethodDefinition method)
    {
        TypeDefinition type = method.DeclaringType;
        if (!IsOurs(AssemblyOf(type)))
        {
            return Of(type);
        }

        var overload = type.Methods.TakeWhile(other => other != method).Count(other => other.Name == method.Name);
        return $"{Of(type)}::{method.Name}{(overload > 0 ? $"#{overload}" : "")}";
    }

    /// <summary>The simple name of the assembly that a reference names.</summary>
    public static string AssemblyOf(TypeReference type) =>
        type.Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.Scope.Name;

    /// <summary>The assembly in a name.</summary>
    public static string AssemblyIn(string name) =>
        name is ['[', ..] ? name[1..name.IndexOf(']', StringComparison.Ordinal)] : name;

    /// <summary>True for the assemblies of this suite.</summary>
    public static bool IsOurs(string assembly) => assembly.StartsWith(Ours, StringComparison.Ordinal);
}
