using System.Reflection;
using Mono.Cecil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Opcodes;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Types as values, and new objects of type parameters.</summary>
internal static class LibraryTypes
{
    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Type::GetTypeFromHandle"] = static (_, _, arguments) => arguments[0],
        ["System.Type::op_Equality"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]) == TypeOf(arguments[1])),
        ["System.Type::op_Inequality"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]) != TypeOf(arguments[1])),
        ["System.Type::get_IsValueType"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]).IsValueType),
        ["System.Activator::CreateInstance"] = static (run, method, _) => Create(run, method),
        ["System.Runtime.CompilerServices.RuntimeHelpers::IsReferenceOrContainsReferences"] =
            static (run, method, _) => Truth(run, HasReferences(run.Layouts.Of(method.Arguments[0]))),
    };

    private static Scalar Truth(Interpreter run, bool value) => new(run.Terms.Constant(value ? 1UL : 0, 8));

    private static ClosedType TypeOf(Value value) => value is TypeHandle { Type: var type }
        ? type
        : throw new UnsupportedCodeException($"{value} as a type");

    private static HeapObject Create(Interpreter run, ClosedMethod method)
    {
        MethodDefinition? constructor = method.Arguments is [{ IsValueType: false, Definition: { } definition }]
            ? definition.Methods.FirstOrDefault(
                candidate => candidate is { IsConstructor: true, IsStatic: false, Parameters.Count: 0 })
            : null;
        if (constructor is null)
        {
            throw new UnsupportedCodeException($"{method} of {string.Join(", ", method.Arguments)}");
        }

        try
        {
            return Objects.Make(run, run.Layouts.Types.Of(method.Arguments[0], constructor, []), []);
        }
        catch (ThrownException)
        {
            throw new ThrownException(typeof(TargetInvocationException));
        }
    }

    private static bool HasReferences(Layout layout) =>
        layout is ReferenceLayout
        || (layout is StructLayout whole && whole.Fields.Any(field => HasReferences(field.Layout)));
}
