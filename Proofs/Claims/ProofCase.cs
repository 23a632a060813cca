using System.Reflection;

namespace Verify.Proofs.Claims;

/// <summary>A harness found in an assembly.</summary>
/// <param name="Method">The harness.</param>
/// <param name="Claim">Its attribute.</param>
public sealed record ProofCase(MethodInfo Method, ProofAttribute Claim)
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Class and method, such as <c>PortCursorProofs.StepUp</c>.</summary>
    public string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Id of the requirement.</summary>
    public string Requirement => Claim.Requirement;

    /// <summary>The claim in one sentence.</summary>
    public string Text => Claim.Text;

    /// <summary>The reason why the method cannot be a harness; null if it can.</summary>
    internal string? Fault =>
        !Method.IsStatic || Method.ReturnType != typeof(void) ? "a harness must be a static void method"
        : Method.ContainsGenericParameters || Method.DeclaringType!.ContainsGenericParameters
            ? "a harness must be neither generic nor in a generic type"
        : null;

    /// <summary>
    /// The methods of an assembly that are marked as harnesses, sorted by name. Includes those that cannot be one, so
    /// that they are reported.
    /// </summary>
    public static IReadOnlyList<ProofCase> In(Assembly assembly) =>
    [
        .. from type in assembly.GetTypes()
           from method in type.GetMethods(Declared)
           let claim = method.GetCustomAttribute<ProofAttribute>()
           where claim is not null
           let proof = new ProofCase(method, claim)
           orderby proof.Name
           select proof,
    ];

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
