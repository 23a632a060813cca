using System.Collections.Immutable;
using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>Resolves references to types, methods and fields, and fills in type arguments.</summary>
/// <param name="reads">Records each type.</param>
internal sealed class ClosedTypes(CodeReads reads)
{
    private readonly Dictionary<string, ClosedType> _types = [];
    private readonly Dictionary<string, ClosedMethod> _methods = [];
    private ModuleDefinition? _library;

    /// <summary>Every method that executed code refers to, each once.</summary>
    public IEnumerable<ClosedMethod> Methods => _methods.Values;

    public CodeReads Reads => reads;

    public ClosedType Close(TypeReference reference, GenericScope scope) => reference switch
    {
        GenericParameter { Type: GenericParameterType.Type } parameter => scope.OfType[parameter.Position],
        GenericParameter parameter => scope.OfMethod[parameter.Position],
        IModifierType modified => Close(modified.ElementType, scope),
        ArrayType { IsVector: true } array => Around(Close(array.ElementType, scope), "[]", MetadataType.Array),
        ByReferenceType byReference =>
            Around(Close(byReference.ElementType, scope), "&", MetadataType.ByReference),
        PointerType pointer => Around(Close(pointer.ElementType, scope), "*", MetadataType.Pointer),
        GenericInstanceType generic => Of(
            Resolve(generic.ElementType), [.. generic.GenericArguments.Select(type => Close(type, scope))]),
        TypeSpecification => throw new UnsupportedCodeException($"type {reference.FullName}"),
        _ => Of(Resolve(reference), []),
    };

    /// <summary>A type of the core library, by its full name. Some code must have been resolved before.</summary>
    public ClosedType OfLibrary(string name, params ImmutableArray<ClosedType> arguments) =>
        Of(_library!.GetType(name), arguments);

    /// <summary>The array type with these elements.</summary>
    public ClosedType ArrayOf(ClosedType element) => Around(element, "[]", MetadataType.Array);

    /// <summary>The underlying type of an enum; every other type itself.</summary>
    public ClosedType NumberOf(ClosedType type) => type.Definition is { IsEnum: true } definition
        ? Close(definition.Fields.First(field => !field.IsStatic).FieldType, GenericScope.None)
        : type;

    public ClosedMethod Close(MethodReference reference, GenericScope scope)
    {
        ImmutableArray<ClosedType> arguments = reference is GenericInstanceMethod generic
            ? [.. generic.GenericArguments.Select(type => Close(type, scope))]
            : [];
        MethodDefinition method = reference.Resolve()
            ?? throw new UnsupportedCodeException($"method {reference.FullName} is not found");
        return Of(DeclaringOf(Close(reference.DeclaringType, scope), method.DeclaringType), method, arguments);
    }

    /// <summary>A method of a closed type.</summary>
    public ClosedMethod Of(ClosedType owner, MethodDefinition method, ImmutableArray<ClosedType> arguments)
    {
        var key = $"{owner.Key} {method.MetadataToken} {Keys(arguments)}";
        if (!_methods.TryGetValue(key, out ClosedMethod? closed))
        {
            closed = new ClosedMethod(this, method, owner, arguments);
            _methods.Add(key, closed);
        }

        return closed;
    }

    public ClosedField Close(FieldReference reference, GenericScope scope)
    {
        FieldDefinition field = reference.Resolve()
            ?? throw new UnsupportedCodeException($"field {reference.FullName} is not found");
        ClosedType owner = DeclaringOf(Close(reference.DeclaringType, scope), field.DeclaringType);
        return new ClosedField(field, owner, Close(field.FieldType, new GenericScope(owner.Arguments, [])));
    }

    // A reference may name a derived type.
    private static ClosedType DeclaringOf(ClosedType type, TypeDefinition declaring) =>
        type.Chain.FirstOrDefault(candidate => candidate.Definition == declaring)
        ?? throw new UnsupportedCodeException($"{declaring.FullName} as a base of {type}");

    private static TypeDefinition Resolve(TypeReference reference) => reference.Resolve()
        ?? throw new UnsupportedCodeException($"type {reference.FullName} is not found");

    private ClosedType Of(TypeDefinition definition, ImmutableArray<ClosedType> arguments)
    {
        reads.Add(definition); // Within a module the reference is the definition, and nothing is resolved.
        if (definition.GenericParameters.Count != arguments.Length)
        {
            throw new UnsupportedCodeException($"type {definition.FullName} without its type arguments");
        }

        var name = arguments.IsEmpty ? definition.FullName : $"{definition.FullName}<{string.Join(',', arguments)}>";
        _library ??= definition.Module.TypeSystem.Object.Resolve().Module;
        return Share($"{definition.FullName}<{Keys(arguments)}> {definition.Module.Name}", key => new ClosedType(
            this, key, name, definition.MetadataType, definition, arguments, element: null));
    }

    private ClosedType Around(ClosedType element, string suffix, MetadataType kind)
    {
        return Share(element.Key + suffix, key => new ClosedType(
            this, key, element.Name + suffix, kind, definition: null, [], element));
    }

    private static string Keys(ImmutableArray<ClosedType> types) => string.Join(',', types.Select(type => type.Key));

    private ClosedType Share(string key, Func<string, ClosedType> make)
    {
        if (!_types.TryGetValue(key, out ClosedType? type))
        {
            type = make(key);
            _types.Add(key, type);
        }

        return type;
    }
}
