using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Tests.Caching;

/// <summary>A reversible change of compiled code in memory.</summary>
/// <param name="What">What changes.</param>
/// <param name="Make">Makes the change.</param>
/// <param name="Undo">Undoes it.</param>
internal sealed record MemberChange(string What, Action Make, Action Undo);

/// <summary>
/// All changes of a member: of a method's body, its start and each constant; of a type, each part of its declaration,
/// of its fields, and of its methods outside of their bodies.
/// </summary>
internal static class MemberChanges
{
    private const int OtherNumber = 0x5eed;

    public static IEnumerable<MemberChange> Of(IMemberDefinition member) =>
        member is MethodDefinition method ? OfBody(method.Body) : OfShape((TypeDefinition)member);

    /// <summary>Adds an instruction at the start.</summary>
    public static MemberChange Start(MethodBody body) =>
        Add("its start", body.Instructions, Instruction.Create(OpCodes.Nop));

    private static IEnumerable<MemberChange> OfBody(MethodBody body) => body.Instructions
        .Where(at => at.OpCode.Name.StartsWith("ld", StringComparison.Ordinal)
            && (at.OpCode.Code is Code.Ldstr || at.OpCode.Name.StartsWith("ldc.", StringComparison.Ordinal)))
        .Select(at => Set(
            $"the constant in {at}", (at.OpCode, at.Operand), (OpCodes.Ldc_I4, (object)OtherNumber),
            value => (at.OpCode, at.Operand) = value))
        .Prepend(Start(body));

    private static IEnumerable<MemberChange> OfShape(TypeDefinition type) =>
    [
        Set("its attributes", type.Attributes, type.Attributes ^ TypeAttributes.Sealed,
            value => type.Attributes = value),
        Set("its base", type.BaseType, type.BaseType is null ? type : null, value => type.BaseType = value),
        Set("its size", type.ClassSize, type.ClassSize + 1, value => type.ClassSize = value),
        Add("its interfaces", type.Interfaces, new InterfaceImplementation(type)),
        Add("its fields", type.Fields, new FieldDefinition("added", FieldAttributes.Private, type)),
        Add("its methods", type.Methods, new MethodDefinition("Added", MethodAttributes.Private, type)),
        Add("its type parameters", type.GenericParameters, new GenericParameter(type)),
        .. OfAttributes(type),
        .. type.GenericParameters.SelectMany(OfParameter),
        .. type.Interfaces.SelectMany(_ => OfItems("interface", type.Interfaces)),
        .. type.Fields.SelectMany(OfField),
        .. type.Methods.SelectMany(OfDeclaration),
    ];

    private static IEnumerable<MemberChange> OfField(FieldDefinition field) =>
    [
        Set($"{field.Name}'s name", field.Name, field.Name + "2", value => field.Name = value),
        Set($"{field.Name}'s type", field.FieldType, new ArrayType(field.FieldType), value => field.FieldType = value),
        Set($"{field.Name}'s attributes", field.Attributes, field.Attributes ^ FieldAttributes.InitOnly,
            value => field.Attributes = value),
        .. field.HasConstant
            ? [Set($"{field.Name}'s value", field.Constant, 0.5, value => field.Constant = value)]
            : Array.Empty<MemberChange>(),
        .. field.InitialValue is { Length: > 0 } data
            ? [Set($"{field.Name}'s data", data, [.. data[..^1], (byte)~data[^1]], value => field.InitialValue = value)]
            : Array.Empty<MemberChange>(),
        .. OfAttributes(field),
    ];

    private static IEnumerable<MemberChange> OfDeclaration(MethodDefinition method) =>
    [
        Set($"{method.Name}'s name", method.Name, method.Name + "2", value => method.Name = value),
        Set($"{method.Name}'s result", method.ReturnType, new ArrayType(method.ReturnType),
            value => method.ReturnType = value),
        Set($"{method.Name}'s attributes", method.Attributes, method.Attributes ^ MethodAttributes.NewSlot,
            value => method.Attributes = value),
        Set($"{method.Name}'s implementation", method.ImplAttributes,
            method.ImplAttributes ^ MethodImplAttributes.Synchronized, value => method.ImplAttributes = value),
        Add($"{method.Name}'s parameters", method.Parameters, new ParameterDefinition(method.DeclaringType)),
        Add($"{method.Name}'s type parameters", method.GenericParameters, new GenericParameter(method)),
        Add($"{method.Name}'s overrides", method.Overrides, method),
        .. OfItems($"{method.Name}'s override", method.Overrides),
        .. method.GenericParameters.SelectMany(OfParameter),
        .. method.Parameters.Select(parameter => Set(
            $"{method.Name}'s {parameter}", parameter.Attributes, parameter.Attributes ^ ParameterAttributes.In,
            value => parameter.Attributes = value)),
        .. OfAttributes(method),
    ];

    private static IEnumerable<MemberChange> OfParameter(GenericParameter parameter) =>
    [
        Set($"{parameter}'s attributes", parameter.Attributes,
            parameter.Attributes ^ GenericParameterAttributes.ReferenceTypeConstraint,
            value => parameter.Attributes = value),
        Add($"{parameter}'s constraints", parameter.Constraints, new GenericParameterConstraint(parameter)),
    ];

    private static IEnumerable<MemberChange> OfAttributes(ICustomAttributeProvider member) =>
        OfItems($"{member}'s attribute", member.CustomAttributes);

    // Removes one item at a time.
    private static IEnumerable<MemberChange> OfItems<T>(string what, IList<T> items) =>
        items.Select((item, i) =>
            new MemberChange($"{what} {i}", () => items.RemoveAt(i), () => items.Insert(i, item)));

    private static MemberChange Add<T>(string what, IList<T> items, T item) =>
        new(what, () => items.Insert(0, item), () => items.RemoveAt(0));

    private static MemberChange Set<T>(string what, T before, T after, Action<T> set) =>
        new(what, () => set(after), () => set(before));
}
