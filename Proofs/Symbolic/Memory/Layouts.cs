using Mono.Cecil;

namespace Verify.Proofs.Symbolic.Memory;

/// <summary>The layout of each type that the code under proof uses.</summary>
internal sealed class Layouts
{
    public static readonly Layout AnyReference = new ReferenceLayout();

    private readonly Dictionary<TypeDefinition, Layout> _known = [];

    public Layout Of(TypeReference type) => type.MetadataType switch
    {
        MetadataType.Boolean or MetadataType.Byte => new ScalarLayout(8, isSigned: false),
        MetadataType.SByte => new ScalarLayout(8, isSigned: true),
        MetadataType.UInt16 or MetadataType.Char => new ScalarLayout(16, isSigned: false),
        MetadataType.Int16 => new ScalarLayout(16, isSigned: true),
        MetadataType.UInt32 => new ScalarLayout(32, isSigned: false),
        MetadataType.Int32 => new ScalarLayout(32, isSigned: true),
        MetadataType.UInt64 or MetadataType.UIntPtr => new ScalarLayout(64, isSigned: false),
        MetadataType.Int64 or MetadataType.IntPtr => new ScalarLayout(64, isSigned: true),
        MetadataType.ByReference or MetadataType.String or MetadataType.Object or MetadataType.Class => AnyReference,
        MetadataType.RequiredModifier or MetadataType.OptionalModifier => Of(((IModifierType)type).ElementType),
        MetadataType.ValueType => OfValueType(type),
        _ => throw new UnsupportedCodeException($"type {type.FullName}"),
    };

    public StructLayout OfStruct(TypeReference type) => Of(type) as StructLayout
        ?? throw new UnsupportedCodeException($"{type.FullName} is no struct");

    private Layout OfValueType(TypeReference type)
    {
        TypeDefinition definition = type.Resolve()
            ?? throw new UnsupportedCodeException($"type {type.FullName} is not found");
        if (!_known.TryGetValue(definition, out Layout? layout))
        {
            var fields = definition.Fields.Where(field => !field.IsStatic).ToList();
            layout = definition.IsEnum
                ? Of(fields[0].FieldType)
                : definition.IsExplicitLayout || definition.HasGenericParameters
                    ? throw new UnsupportedCodeException($"type {type.FullName} with explicit layout or parameters")
                    : new StructLayout([.. fields.Select(field => (field, Of(field.FieldType)))]);
            _known.Add(definition, layout);
        }

        return layout;
    }
}
