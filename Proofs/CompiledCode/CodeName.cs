using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// Names for parts of the compiled code by which another compilation of it is asked for the same part:
/// <c>[assembly]type</c> and <c>[assembly]type::method</c> in this suite, and an assembly's name for all of another.
/// </summary>
internal static class CodeName
{
    private const string Ours = "Verify.";

    public static string Of(TypeReference type)
    {
        var assembly = AssemblyOf(type);
        return IsOurs(assembly) ? $"[{assembly}]{type.FullName}" : assembly;
    }

    /// <summary>Overloads are numbered: the type, which counts as read too, says which is which.</summary>
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

    /// <summary>The simple name of the assembly that a type is said to be in.</summary>
    public static string AssemblyOf(TypeReference type) =>
        type.Scope is ModuleDefinition module ? module.Assembly.Name.Name : type.Scope.Name;

    /// <summary>The assembly in a name.</summary>
    public static string AssemblyIn(string name) =>
        name is ['[', ..] ? name[1..name.IndexOf(']', StringComparison.Ordinal)] : name;

    /// <summary>Whether an assembly is one of this suite's, which change.</summary>
    public static bool IsOurs(string assembly) => assembly.StartsWith(Ours, StringComparison.Ordinal);
}
