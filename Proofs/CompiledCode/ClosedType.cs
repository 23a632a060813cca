using System.Collections.Immutable;
using Mono.Cecil;

namespace Verify.Proofs.CompiledCode;

/// <summary>
/// A type without open type parameters. Equal types of one <see cref="ClosedTypes"/> are the same object.
/// </summary>
internal sealed class ClosedType
{
    private readonly ClosedTypes _types;
    private ClosedType? _base;
    private ImmutableArray<ClosedType> _interfaces;

    public ClosedType(
        ClosedTypes types, string key, string name, MetadataType kind, TypeDefinition? definition,
        ImmutableArray<ClosedType> arguments, ClosedType? element)
    {
        _types = types;
        Key = key;
        Name = name;
        Kind = kind;
        Definition = definition;
        Arguments = arguments;
        Element = element;
        IsValueType = definition is { IsValueType: true };
    }

    /// <summary>A unique key: the full names and modules of all types that it consists of.</summary>
    public string Key { get; }

    /// <summary>Full name with its type arguments.</summary>
    public string Name { get; }

    /// <summary>An integer of some width, a class, a struct, an array, a managed reference.</summary>
    public MetadataType Kind { get; }

    /// <summary>The declaration; null for arrays, references and pointers.</summary>
    public TypeDefinition? Definition { get; }

    /// <summary>Type arguments, those of enclosing types first.</summary>
    public ImmutableArray<ClosedType> Arguments { get; }

    /// <summary>The type of an array's elements or of a reference's target; otherwise null.</summary>
    public ClosedType? Element { get; }

    public bool IsArray => Kind == MetadataType.Array;

    public bool IsValueType { get; }

    /// <summary>The base class; null for object, interfaces and types without definition.</summary>
    public ClosedType? Base =>
        _base ??= Definition?.BaseType is { } type ? _types.Close(type, new GenericScope(Arguments, [])) : null;

    /// <summary>The interfaces that the declaration lists, to which the compiler adds inherited ones.</summary>
    public ImmutableArray<ClosedType> Interfaces
    {
        get
        {
            if (_interfaces.IsDefault)
            {
                var scope = new GenericScope(Arguments, []);
                _interfaces = Definition is null
                    ? []
                    : [.. Definition.Interfaces.Select(listed => _types.Close(listed.InterfaceType, scope))];
            }

            return _interfaces;
        }
    }

    /// <summary>The type and its base classes.</summary>
    public IEnumerable<ClosedType> Chain
    {
        get
        {
            for (ClosedType? type = this; type is not null; type = type.Base)
            {
                yield return type;
            }
        }
    }

    public override string ToString() => Name;
}
