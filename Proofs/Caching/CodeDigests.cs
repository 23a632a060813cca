using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Caching;

/// <summary>
/// Digests of compiled code by <see cref="CodeName"/>, each computed once. For one thread.
/// </summary>
/// <param name="code">The code; disposed with this.</param>
internal sealed class CodeDigests(CodeBase code) : IDisposable
{
    /// <summary>Takes the place of the digest of a missing type or member.</summary>
    public const string Missing = "missing";

    private readonly Dictionary<string, string> _known = [];
    private readonly Dictionary<string, Dictionary<string, IMemberDefinition>> _members = [];

    /// <summary>The code.</summary>
    public CodeBase Code => code;

    /// <summary>The digest of the assembly, type or method with this name.</summary>
    public string Of(string name)
    {
        if (!_known.TryGetValue(name, out var digest))
        {
            digest = Compute(name);
            _known.Add(name, digest);
        }

        return digest;
    }

    /// <summary>Finds a type or method of this suite; null if none has that name.</summary>
    /// <exception cref="UnsupportedCodeException">Its assembly does not exist.</exception>
    public IMemberDefinition? Find(string name) => MembersOf(CodeName.AssemblyIn(name)).GetValueOrDefault(name);

    public static string Of(IMemberDefinition member) => Digest(CodeText.Of(member));

    /// <summary>The first half of the SHA-256 of a text.</summary>
    public static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));

    public void Dispose() => code.Dispose();

    private string Compute(string name)
    {
        var assembly = CodeName.AssemblyIn(name);
        try
        {
            return assembly == name ? Digest(CodeText.Of(code.Resolve(name)))
                : Find(name) is { } member ? Of(member)
                : Missing;
        }
        catch (UnsupportedCodeException)
        {
            return Missing; // The assembly does not exist.
        }
    }

    private Dictionary<string, IMemberDefinition> MembersOf(string assembly)
    {
        if (!_members.TryGetValue(assembly, out Dictionary<string, IMemberDefinition>? members))
        {
            members = new Dictionary<string, IMemberDefinition>();
            foreach (TypeDefinition type in code.Resolve(assembly).MainModule.GetTypes())
            {
                members.Add(CodeName.Of(type), type);
                foreach (MethodDefinition method in type.Methods)
                {
                    members.Add(CodeName.Of(method), method);
                }
            }

            _members.Add(assembly, members);
        }

        return members;
    }
}
