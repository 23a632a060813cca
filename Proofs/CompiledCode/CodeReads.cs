using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// The parts of the compiled code that a run has read, recorded as they are read: the result of the run depends on
/// nothing else. Every method body is obtained here. A type counts as read with everything but the bodies of its
/// methods, and the class library counts by assembly.
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

    /// <summary>Parts that were read or not found, by <see cref="CodeName"/>; sorted and distinct.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. _methods.Select(CodeName.Of).Concat(_types.Select(CodeName.Of)).Concat(_others)
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>A method's IL.</summary>
    public MethodBody BodyOf(MethodDefinition method)
    {
        Add(method.DeclaringType); // The name of a method is unique only within its type.
        _methods.Add(method);
        return method.Body;
    }

    public void Add(TypeDefinition type) => _types.Add(type);

    public void AddAssembly(string name) => _others.Add(name);

    public void AddMissing(TypeReference type) => _others.Add(CodeName.Of(type));
}
