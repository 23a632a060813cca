using System.Globalization;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Verify.Proofs.Caching;

/// <summary>
/// Compiled code as text in which nothing is missing that the executor reads, and nothing depends on where the compiler
/// has put it: names in place of tokens.
/// </summary>
internal static class CodeText
{
    /// <summary>A method's signature, attributes and IL.</summary>
    public static string Of(MethodDefinition method)
    {
        StringBuilder text = Start(method).Append($"{method.Attributes} {method.ImplAttributes}\n");
        AddParameters(text, method);
        if (!method.HasBody)
        {
            return text.ToString();
        }

        foreach (VariableDefinition local in method.Body.Variables)
        {
            text.Append($"local {local.VariableType.FullName}\n");
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            text.Append($"{instruction}\n");
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            text.Append($"{handler.HandlerType} {handler.CatchType?.FullName} {handler.TryStart} {handler.TryEnd} ")
                .Append($"{handler.FilterStart} {handler.HandlerStart} {handler.HandlerEnd}\n");
        }

        return text.ToString();
    }

    /// <summary>A type's bases and fields, and the virtual methods that it has.</summary>
    public static string Of(TypeDefinition type)
    {
        StringBuilder text = Start(type).Append($"{type.Attributes} {type.PackingSize} {type.ClassSize}\n");
        text.Append($"base {type.BaseType?.FullName}\n");
        foreach (InterfaceImplementation implemented in type.Interfaces)
        {
            text.Append($"interface {implemented.InterfaceType.FullName}\n");
        }

        foreach (FieldDefinition field in type.Fields)
        {
            text.Append($"{field.FullName} {field.Attributes} {field.Offset} {field.Constant} ")
                .Append($"{Convert.ToHexString(field.InitialValue)} {Attributes(field)}\n");
        }

        foreach (MethodDefinition method in type.Methods.Where(method => method.IsVirtual))
        {
            text.Append($"{method.FullName} {method.Attributes}\n");
            foreach (MethodReference overridden in method.Overrides)
            {
                text.Append($"overrides {overridden.FullName}\n");
            }
        }

        return text.ToString();
    }

    private static StringBuilder Start<T>(T member)
        where T : MemberReference, ICustomAttributeProvider =>
        new($"{member.FullName} {Attributes(member)}\n");

    private static void AddParameters(StringBuilder text, MethodDefinition method)
    {
        foreach (ParameterDefinition parameter in method.Parameters)
        {
            text.Append($"parameter {parameter.ParameterType.FullName} {parameter.Attributes}\n");
        }
    }

    private static string Attributes(ICustomAttributeProvider provider) => string.Join(
        ' ', provider.CustomAttributes.Select(attribute => attribute.AttributeType.FullName + Arguments(attribute)));

    private static string Arguments(CustomAttribute attribute)
    {
        var positional = attribute.ConstructorArguments.Select(argument => Text(argument.Value));
        var named = attribute.Properties.Concat(attribute.Fields)
            .Select(argument => $"{argument.Name}={Text(argument.Argument.Value)}");
        return $"({string.Join(',', positional.Concat(named))})";
    }

    private static string Text(object? value) => value is CustomAttributeArgument[] items
        ? $"[{string.Join(',', items.Select(item => Text(item.Value)))}]"
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
}
