using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Solving;

namespace Verify.Proofs.Caching;

/// <summary>A digest of what every proof depends on besides the code under proof.</summary>
internal static class ExecutorDigest
{
    private const string Harnesses = "Verify.Proofs.Harnesses";

    /// <summary>
    /// The digest of the executor's own code, and of the versions of the solver and the libraries. It excludes
    /// harnesses: a proof reads its own harness, and a new harness leaves the other proofs valid.
    /// </summary>
    public static string Value { get; } = Compute();

    private static string Compute()
    {
        using var code = new CodeBase(typeof(ExecutorDigest).Module.FullyQualifiedName, mutant: null);
        var texts =
            from type in code.Resolve(typeof(ExecutorDigest).Assembly.GetName().Name!).MainModule.GetTypes()
            where !IsHarness(type)
            from text in type.Methods.Select(CodeText.Of).Prepend(CodeText.Of(type))
            select text;
        Guid[] libraries =
        [
            typeof(object).Module.ModuleVersionId,
            typeof(AssemblyDefinition).Module.ModuleVersionId,
            typeof(Microsoft.Z3.Context).Module.ModuleVersionId,
            typeof(FsCheck.Config).Module.ModuleVersionId,
        ];
        return CodeDigests.Digest($"{Z3Solver.Version} {string.Join(' ', libraries)}\n{string.Join('\n', texts)}");
    }

    private static bool IsHarness(TypeDefinition type) => type.DeclaringType is { } outer
        ? IsHarness(outer)
        : type.Namespace.StartsWith(Harnesses, StringComparison.Ordinal);
}
