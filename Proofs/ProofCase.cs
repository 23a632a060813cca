using System.Reflection;

namespace Verify.Proofs;

/// <summary>A harness found in an assembly.</summary>
/// <param name="Method">The harness.</param>
/// <param name="Claim">Its attribute.</param>
public sealed record ProofCase(MethodInfo Method, ProofAttribute Claim)
{
    /// <summary>Class and method, such as <c>PortCursor.StepUp</c>.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Id of the requirement.</summary>
    public string Requirement => Claim.Requirement;

    /// <summary>What is proved.</summary>
    public string Text => Claim.Text;

    /// <summary>The harnesses of an assembly, by name.</summary>
    public static IReadOnlyList<ProofCase> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
           let claim = method.GetCustomAttribute<ProofAttribute>()
           where claim is not null
           let proof = new ProofCase(method, claim)
           orderby proof.Name
           select proof,
    ];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
