using System.Reflection;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Types as values, and objects created by type parameter.</summary>
internal static class LibraryTypes
{
    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Type System.Object::GetType()"] = static (run, _, arguments) => TypeOfObject(run, arguments[0]),
        ["System.Type System.Type::GetTypeFromHandle(System.RuntimeTypeHandle)"] =
            static (_, _, arguments) => arguments[0],
        ["System.Boolean System.Type::op_Equality(System.Type,System.Type)"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]) == TypeOf(arguments[1])),
        ["System.Boolean System.Type::op_Inequality(System.Type,System.Type)"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]) != TypeOf(arguments[1])),
        ["System.Boolean System.Type::get_IsValueType()"] = static (run, _, arguments) =>
            Truth(run, TypeOf(arguments[0]).IsValueType),
        ["T System.Activator::CreateInstance()"] = static (run, method, _) => Create(run, method),
        ["System.Boolean System.Runtime.CompilerServices.RuntimeHelpers::IsReferenceOrContainsReferences()"] =
            static (run, method, _) => Truth(run, HasReferences(run, method.Arguments[0])),
    };

    private static Scalar Truth(SymbolicRun run, bool value) => new(run.Terms.Constant(value ? 1UL : 0, 8));

    private static ClosedType TypeOf(Value value) => value is TypeHandle { Type: var type }
        ? type
        : throw new UnsupportedCodeException($"{value} as a type");

    private static TypeHandle TypeOfObject(SymbolicRun run, Value value) =>
        ObjectOperations.TypeOf(run, value = run.ResolveObject(value)) is { } type
            ? new TypeHandle(type)
            : throw new UnsupportedCodeException($"the type of {value}");

    // An exception of the constructor is wrapped in another.
    private static Value Create(SymbolicRun run, ClosedMethod method)
    {
        ClosedType type = method.Arguments[0];
        MethodDefinition? constructor = type.Definition?.Methods.FirstOrDefault(
            candidate => candidate is { IsConstructor: true, IsStatic: false, Parameters.Count: 0 });
        if (type.IsValueType && constructor is null)
        {
            return run.Layouts.Of(type).Zero(run.Terms);
        }

        if (type.IsValueType || constructor is not { IsPublic: true, DeclaringType.IsAbstract: false })
        {
            throw new UnsupportedCodeException($"{method} of {type}");
        }

        try
        {
            HeapObject made = ObjectOperations.Allocate(run, type);
            run.Invoke(run.Layouts.Types.Of(type, constructor, []), [made]);
            return made;
        }
        catch (ThrownException)
        {
            throw run.Thrown(typeof(TargetInvocationException));
        }
    }

    private static bool HasReferences(SymbolicRun run, ClosedType type) =>
        type.Kind is MetadataType.Pointer or MetadataType.ByReference or MetadataType.FunctionPointer
            ? throw new UnsupportedCodeException($"the question whether {type} contains references")
        : !type.IsValueType
        || (run.Layouts.Of(type) is StructLayout
            && type.Definition!.Fields.Where(field => !field.IsStatic).Any(field => HasReferences(
                run, run.Layouts.Types.Close(field.FieldType, new GenericScope(type.Arguments, [])))));
}
