using System.Runtime.CompilerServices;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Symbolic.Values;

/// <summary>The layouts of the types that the code under proof uses.</summary>
internal sealed class Layouts
{
    public static readonly Layout AnyReference = new ReferenceLayout(isObject: null);
    public static readonly Layout Object = new ReferenceLayout(isObject: true);

    private static readonly Layout Place = new ReferenceLayout(isObject: false);

    private readonly Dictionary<ClosedType, Layout> _known = [];
    private readonly Dictionary<ClosedType, StructLayout> _fields = [];

    /// <param name="reads">Records the code that is read.</param>
    public Layouts(CodeReads reads)
    {
        Types = new ClosedTypes(reads);
        Dispatch = new Dispatch(Types);
    }

    public ClosedTypes Types { get; }

    public Dispatch Dispatch { get; }

    /// <summary>The layout of a type without open parameters.</summary>
    public Layout Of(TypeReference type) => Of(Types.Close(type, GenericScope.None));

    public Layout Of(ClosedType type)
    {
        if (!_known.TryGetValue(type, out Layout? layout))
        {
            layout = Make(type);
            _known.Add(type, layout);
        }

        return layout;
    }

    /// <summary>The fields of a struct or of an object, those of base classes first.</summary>
    public StructLayout FieldsOf(ClosedType type)
    {
        if (!_fields.TryGetValue(type, out StructLayout? layout))
        {
            if (type.Definition is not { IsExplicitLayout: false } || IsInlineArray(type.Definition))
            {
                throw new UnsupportedCodeException($"fields of {type}");
            }

            var fields =
                from declaring in type.IsValueType ? [type] : type.Chain.Reverse()
                from field in declaring.Definition!.Fields
                where !field.IsStatic
                let fieldType = Types.Close(field.FieldType, new GenericScope(declaring.Arguments, []))
                select (field, Of(fieldType));
            layout = new StructLayout([.. fields]);
            _fields.Add(type, layout);
        }

        return layout;
    }

    /// <summary>The layout of an argument; argument 0 of an instance method is "this".</summary>
    public Layout OfArgument(ClosedMethod method, int index) =>
        !method.Definition.HasThis ? Of(method.Parameters[index])
        : index > 0 ? Of(method.Parameters[index - 1])
        : AnyReference;

    // Its one field represents all elements.
    private static bool IsInlineArray(TypeDefinition definition) => definition.IsValueType
        && definition.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(InlineArrayAttribute));

    private Layout Make(ClosedType type) => type.Kind switch
    {
        MetadataType.Boolean or MetadataType.Byte => new ScalarLayout(8, isSigned: false),
        MetadataType.SByte => new ScalarLayout(8, isSigned: true),
        MetadataType.UInt16 or MetadataType.Char => new ScalarLayout(16, isSigned: false),
        MetadataType.Int16 => new ScalarLayout(16, isSigned: true),
        MetadataType.UInt32 => new ScalarLayout(32, isSigned: false),
        MetadataType.Int32 => new ScalarLayout(32, isSigned: true),
        MetadataType.UInt64 => new ScalarLayout(64, isSigned: false),
        MetadataType.Int64 => new ScalarLayout(64, isSigned: true),
        MetadataType.UIntPtr => new ScalarLayout(64, isSigned: false, isNative: true),
        MetadataType.IntPtr => new ScalarLayout(64, isSigned: true, isNative: true),
        MetadataType.ValueType when type.Definition!.IsEnum =>
            Of(Types.NumberOf(type)),
        MetadataType.ValueType => FieldsOf(type),
        MetadataType.Single or MetadataType.Double or MetadataType.TypedByReference =>
            throw new UnsupportedCodeException($"type {type}"),
        MetadataType.ByReference => Place,
        MetadataType.Pointer or MetadataType.FunctionPointer => AnyReference,
        _ => Object,
    };
}
