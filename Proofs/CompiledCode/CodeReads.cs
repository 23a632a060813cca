using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// What a run has read of the compiled code, noted where it is read: the run's result follows from nothing else. Every
/// body is handed out here. A type counts as read with all that it says but its methods' bodies, and the class library
/// by assemblies.
/// </summary>
internal sealed class CodeReads
{
    private readonly HashSet<MethodDefinition> _methods = [];
    private readonly HashSet<TypeDefinition> _types = [];
    private readonly HashSet<string> _others = [];

    /// <summary>The methods whose bodies were read.</summary>
    public IReadOnlyCollection<MethodDefinition> Methods => _methods;

    /// <summary>Their IL.</summary>
    public IEnumerable<MethodBody> Bodies => _methods.Select(method => method.Body);

    /// <summary>What was read or looked for in vain, by <see cref="CodeName"/>; in order, each once.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _methods.Select(CodeName.Of).Concat(_types.Select(CodeName.Of)).Concat(_others)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>A method's IL.</summary>
    public MethodBody BodyOf(MethodDefinition method)
    {
        Add(method.DeclaringType); // A method's name means something only among the others of its type.
        _methods.Add(method);
        return method.Body;
    }

    public void Add(TypeDefinition type) => _types.Add(type);

    public void AddAssembly(string name) => _others.Add(name);

    public void AddMissing(TypeReference type) => _others.Add(CodeName.Of(type));
}
