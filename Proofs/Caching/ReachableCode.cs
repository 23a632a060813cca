using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Caching;

/// <summary>
/// Everything of this suite that running a method can touch: methods called and types met, and of each such type the
/// initializer, the virtual methods and the types derived from it, so that no call through a base is missed. It may be
/// more than any run touches, never less. The class library counts as one thing, by its modules' versions.
/// </summary>
internal sealed class ReachableCode
{
    private readonly SuiteTypes _types;
    private readonly HashSet<IMemberDefinition> _seen = [];
    private readonly HashSet<string> _libraries = [];
    private readonly Queue<IMemberDefinition> _open = [];

    private ReachableCode(MethodDefinition start, SuiteTypes types)
    {
        _types = types;
        Add(start);
        while (_open.TryDequeue(out IMemberDefinition? member))
        {
            Follow(member);
        }
    }

    /// <summary>Methods and types, each once.</summary>
    public IReadOnlyCollection<IMemberDefinition> Members => _seen;

    /// <summary>Modules of others, with their versions.</summary>
    public IReadOnlyCollection<string> Libraries => _libraries;

    public static ReachableCode From(MethodDefinition method, SuiteTypes types) => new(method, types);

    private void Follow(IMemberDefinition member)
    {
        switch (member)
        {
            case MethodDefinition method:
                FollowMethod(method);
                break;
            case TypeDefinition type:
                FollowType(type);
                break;
        }
    }

    private void FollowMethod(MethodDefinition method)
    {
        Add(method.DeclaringType);
        Add(method.ReturnType);
        AddAll(method.Parameters.Select(parameter => parameter.ParameterType));
        if (!method.HasBody)
        {
            return;
        }

        AddAll(method.Body.Variables.Select(local => local.VariableType));
        foreach (Instruction instruction in method.Body.Instructions)
        {
            switch (instruction.Operand)
            {
                case MethodReference called:
                    Add(called);
                    break;
                case FieldReference field:
                    Add(field.DeclaringType);
                    break;
                case TypeReference type:
                    Add(type);
                    break;
            }
        }
    }

    private void FollowType(TypeDefinition type)
    {
        if (type.BaseType is not null)
        {
            Add(type.BaseType);
        }

        AddAll(type.Interfaces.Select(implemented => implemented.InterfaceType));
        AddAll(type.Fields.Select(field => field.FieldType));
        AddAll(_types.DerivedFrom(type));
        foreach (MethodDefinition method in type.Methods.Where(
            method => method.IsVirtual || method is { IsConstructor: true, IsStatic: true }))
        {
            Add(method);
        }
    }

    private void AddAll(IEnumerable<TypeReference> types)
    {
        foreach (TypeReference type in types)
        {
            Add(type);
        }
    }

    private void Add(TypeReference type)
    {
        if (type is GenericInstanceType generic)
        {
            AddAll(generic.GenericArguments);
        }

        if (type is TypeSpecification specification)
        {
            Add(specification.ElementType);
        }
        else if (type is not GenericParameter)
        {
            AddResolved(type.Resolve());
        }
    }

    private void Add(MethodReference method)
    {
        if (method is GenericInstanceMethod generic)
        {
            AddAll(generic.GenericArguments);
        }

        Add(method.DeclaringType);
        if (method.DeclaringType is not ArrayType)
        {
            AddResolved(method.Resolve());
        }
    }

    private void AddResolved(IMemberDefinition? member)
    {
        ModuleDefinition? module = (member as TypeDefinition ?? member?.DeclaringType)?.Module;
        if (module is not null && !SuiteTypes.Has(module.Assembly.Name))
        {
            _libraries.Add($"{module.Name} {module.Mvid}");
        }
        else if (member is not null && _seen.Add(member))
        {
            _open.Enqueue(member);
        }
    }
}
