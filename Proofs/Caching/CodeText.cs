using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;

namespace Verify.Proofs.Caching;

/// <summary>
/// Compiled code as text: complete in all that the executor can read, and independent of where the compiler put it,
/// with names in place of tokens.
/// </summary>
internal static class CodeText
{
    /// <summary>
    /// The forwarded types of an assembly of this suite; the module version id of any other assembly.
    /// </summary>
    public static string Of(AssemblyDefinition assembly) => CodeName.IsOurs(assembly.Name.Name)
        ? Lines(assembly.MainModule.ExportedTypes.Select(type => $"[{type.Scope.Name}]{type.FullName}"))
        : $"{assembly.MainModule.Mvid}";

    /// <summary>A method with its body, or a type without the bodies of its methods.</summary>
    public static string Of(IMemberDefinition member) =>
        member is MethodDefinition method ? Of(method) : Of((TypeDefinition)member);

    private static string Of(MethodDefinition method)
    {
        StringBuilder text = new StringBuilder().AppendLine(Declaration(method));
        if (!method.HasBody)
        {
            return text.ToString();
        }

        MethodBody body = method.Body;
        text.AppendLine($"init {body.InitLocals}");
        foreach (VariableDefinition local in body.Variables)
        {
            text.AppendLine(ReferenceText.Of(local.VariableType));
        }

        foreach (Instruction at in body.Instructions)
        {
            text.AppendLine($"{ReferenceText.Of(at)} {at.OpCode.Name} {ReferenceText.OfOperand(at.Operand)}");
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            Instruction?[] places =
                [handler.TryStart, handler.TryEnd, handler.FilterStart, handler.HandlerStart, handler.HandlerEnd];
            text.AppendLine($"{handler.HandlerType} {ReferenceText.Of(handler.CatchType)} ")
                .AppendLine(string.Join(' ', places.Select(ReferenceText.Of)));
        }

        return text.ToString();
    }

    private static string Of(TypeDefinition type) => Lines(
    [
        $"{ReferenceText.Of(type)} {type.Attributes:x} {type.PackingSize} {type.ClassSize}{Attributes(type)}",
        $"base {ReferenceText.Of(type.BaseType)}",
        Generics(type),
        .. type.Interfaces.Select(listed => $"{ReferenceText.Of(listed.InterfaceType)}{Attributes(listed)}"),
        .. type.Fields.Select(Declaration),
        .. type.Methods.Select(Declaration),
    ]);

    private static string Declaration(FieldDefinition field) =>
        $"{ReferenceText.Of(field)} {field.Attributes:x} {field.Offset} {Constant(field)} "
        + $"{Convert.ToHexString(field.InitialValue)}{Attributes(field)}";

    private static string Declaration(MethodDefinition method) => Lines(
    [
        $"{ReferenceText.Of((MethodReference)method)} {method.Attributes:x} {method.ImplAttributes:x} {method.HasBody}"
            + $"{Attributes(method)}{Attributes(method.MethodReturnType)}",
        Generics(method),
        .. method.Overrides.Select(overridden => $"overrides {ReferenceText.Of(overridden)}"),
        .. method.Parameters.Select(parameter =>
            $"{parameter.Name} {parameter.Attributes:x} {Constant(parameter)}{Attributes(parameter)}"),
    ]);

    private static string Generics(IGenericParameterProvider owner) => string.Join(' ', owner.GenericParameters.Select(
        parameter => $"{parameter.Attributes:x}{Attributes(parameter)} "
            + string.Join(',', parameter.Constraints.Select(limit => ReferenceText.Of(limit.ConstraintType)))));

    private static string Constant(IConstantProvider provider) => !provider.HasConstant ? ""
        : provider.Constant is null ? "null"
        : $"{provider.Constant.GetType()} {ReferenceText.OfOperand(provider.Constant)}";

    private static string Attributes(ICustomAttributeProvider provider) => string.Concat(
        provider.CustomAttributes.Select(attribute =>
            $" [{ReferenceText.Of(attribute.Constructor)} {Convert.ToHexString(attribute.GetBlob())}]"));

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
