using System.Globalization;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Caching;

/// <summary>
/// References in instructions and signatures as unambiguous text: with the assembly that the reference names, type
/// parameters by number, and modifiers.
/// </summary>
internal static class ReferenceText
{
    public static string Of(TypeReference? type) => type switch
    {
        null => "none",
        GenericParameter { Type: GenericParameterType.Type } parameter => $"!{parameter.Position}",
        GenericParameter parameter => $"!!{parameter.Position}",
        GenericInstanceType generic => $"{Of(generic.ElementType)}<{Of(generic.GenericArguments)}>",
        ArrayType { IsVector: true } array => $"{Of(array.ElementType)}[]",
        ArrayType array => $"{Of(array.ElementType)}[{string.Join(',', array.Dimensions)};{array.Rank}]",
        ByReferenceType reference => $"{Of(reference.ElementType)}&",
        PointerType pointer => $"{Of(pointer.ElementType)}*",
        PinnedType pinned => $"{Of(pinned.ElementType)} pinned",
        RequiredModifierType modified => $"{Of(modified.ElementType)} modreq({Of(modified.ModifierType)})",
        OptionalModifierType modified => $"{Of(modified.ElementType)} modopt({Of(modified.ModifierType)})",
        FunctionPointerType function => Signature(function),
        _ => $"[{CodeName.AssemblyOf(type)}]{type.FullName}",
    };

    public static string Of(MethodReference method) => method is GenericInstanceMethod generic
        ? $"{Of(generic.ElementMethod)}<{Of(generic.GenericArguments)}>"
        : $"{Of(method.DeclaringType)}::{method.Name}`{method.GenericParameters.Count} {Signature(method)}";

    public static string Of(FieldReference field) =>
        $"{Of(field.DeclaringType)}::{field.Name} {Of(field.FieldType)}";

    /// <summary>An instruction's operand.</summary>
    public static string OfOperand(object? operand) => operand switch
    {
        null => "",
        TypeReference type => Of(type),
        MethodReference method => Of(method),
        FieldReference field => Of(field),
        CallSite site => Signature(site),
        Instruction target => Of(target),
        Instruction[] targets => string.Join(' ', targets.Select(Of)),
        VariableReference local => $"local {local.Index}",
        ParameterReference parameter => $"parameter {parameter.Index}",
        string text => $"{text.Length}:{text}",
        IConvertible constant => constant.ToString(CultureInfo.InvariantCulture),
        _ => throw new UnsupportedCodeException($"operand {operand}"),
    };

    /// <summary>A position in a body; null is its end.</summary>
    public static string Of(Instruction? place) => place is null ? "end" : $"IL_{place.Offset:x4}";

    private static string Of(IEnumerable<TypeReference> types) => string.Join(',', types.Select(Of));

    private static string Signature(IMethodSignature method) =>
        $"{method.CallingConvention} {method.HasThis} {method.ExplicitThis} {Of(method.ReturnType)}"
        + $"({Of(method.Parameters.Select(parameter => parameter.ParameterType))})";
}
