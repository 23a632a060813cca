using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Verify.Proofs.Symbolic;

namespace Verify.Proofs.Caching;

/// <summary>
/// A digest of all that a proof's result follows from: the code that it reaches, the harness's own included, the
/// executor's code, and the libraries that both rest on. Not safe for several threads.
/// </summary>
/// <param name="mutant">Stands in for Implementation; null for the real one.</param>
internal sealed class ProofKeys(ImplementationImage? mutant = null) : IDisposable
{
    private const string Harnesses = "Verify.Proofs.Harnesses";

    private readonly Dictionary<string, (CodeBase Code, SuiteTypes Types)> _known = [];
    private readonly Dictionary<IMemberDefinition, string> _digests = [];
    private string? _executor;

    /// <exception cref="UnsupportedCodeException">Some of the code is not to be found.</exception>
    public string Of(ProofCase proof)
    {
        (CodeBase code, SuiteTypes types) = CodeAround(proof);
        ReachableCode reachable = ReachableCode.From(code.Find(proof.Method), types);
        var parts = reachable.Members.Select(DigestOf).Concat(reachable.Libraries).Order(StringComparer.Ordinal);
        _executor ??= Executor();
        return Digest($"{_executor}\n{string.Join('\n', parts)}");
    }

    public void Dispose()
    {
        foreach ((CodeBase code, _) in _known.Values)
        {
            code.Dispose();
        }
    }

    private (CodeBase Code, SuiteTypes Types) CodeAround(ProofCase proof)
    {
        var file = proof.Method.Module.FullyQualifiedName;
        if (!_known.TryGetValue(file, out (CodeBase, SuiteTypes) known))
        {
            var code = new CodeBase(file, mutant);
            known = (code, new SuiteTypes(code.Find(proof.Method).Module));
            _known.Add(file, known);
        }

        return known;
    }

    // Without the harnesses, of which a proof reaches its own: a new one leaves the others proved.
    private static string Executor()
    {
        var file = typeof(ProofKeys).Module.FullyQualifiedName;
        using var code = new CodeBase(file, mutant: null);
        var name = AssemblyNameReference.Parse(typeof(ProofKeys).Assembly.FullName);
        var texts =
            from type in code.Resolve(name).MainModule.GetTypes()
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
        return Digest($"{Prover.Solver} {string.Join(' ', libraries)}\n{string.Concat(texts)}");
    }

    private static bool IsHarness(TypeDefinition type) => type.DeclaringType is { } outer
        ? IsHarness(outer)
        : type.Namespace.StartsWith(Harnesses, StringComparison.Ordinal);

    private string DigestOf(IMemberDefinition member)
    {
        if (!_digests.TryGetValue(member, out var digest))
        {
            digest = Digest(member is MethodDefinition method
                ? CodeText.Of(method)
                : CodeText.Of((TypeDefinition)member));
            _digests.Add(member, digest);
        }

        return digest;
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
