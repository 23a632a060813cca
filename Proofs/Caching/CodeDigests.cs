using System.Security.Cryptography;
using System.Text;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Caching;

/// <summary>
/// Digests of compiled code by <see cref="CodeName"/>, each computed once. Not safe for several threads.
/// </summary>
/// <param name="code">The code; it is disposed with this.</param>
internal sealed class CodeDigests(CodeBase code) : IDisposable
{
    /// <summary>In place of the digest of what is not there.</summary>
    public const string Missing = "missing";

    private readonly Dictionary<string, string> _known = [];
    private readonly Dictionary<string, Dictionary<string, IMemberDefinition>> _members = [];

    /// <summary>The code.</summary>
    public CodeBase Code => code;

    /// <summary>The digest of what a name stands for in this code.</summary>
    public string Of(string name)
    {
        if (!_known.TryGetValue(name, out var digest))
        {
            digest = Compute(name);
            _known.Add(name, digest);
        }

        return digest;
    }

    /// <summary>A type or method of this suite; null where there is none of that name.</summary>
    /// <exception cref="UnsupportedCodeException">There is not even such an assembly.</exception>
    public IMemberDefinition? Find(string name) => MembersOf(CodeName.AssemblyIn(name)).GetValueOrDefault(name);

    public static string Of(IMemberDefinition member) => Digest(CodeText.Of(member));

    /// <summary>As much of a digest as no accident makes equal.</summary>
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
            return Missing; // There is no such assembly.
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
