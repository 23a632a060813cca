using Mono.Cecil;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>
/// newobj of structs; objects only so far as an exception is made and thrown. Objects on a heap, and arrays, would go
/// here.
/// </summary>
internal static class Objects
{
    private static readonly string ExceptionName = typeof(Exception).FullName!;

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Newobj] = static (run, frame, at) => New(run, frame, (MethodReference)at.Operand),
        [Code.Box] = static (_, frame, at) => Box(frame, (TypeReference)at.Operand),
        [Code.Throw] = static (_, frame, _) => Throw(frame),
    };

    private static void New(Interpreter run, Frame frame, MethodReference reference)
    {
        MethodDefinition constructor = CallResolution.Resolve(reference);
        var arguments = new Value[constructor.Parameters.Count];
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            arguments[i] = run.ArgumentLayout(constructor, i + 1).Store(run.Terms, frame.Pop());
        }

        frame.Push(constructor.DeclaringType.IsValueType ? NewStruct(run, constructor, arguments)
            : IsException(constructor.DeclaringType) ? new Opaque(constructor.DeclaringType.FullName)
            : throw new UnsupportedCodeException($"a new object of type {constructor.DeclaringType.FullName}"));
    }

    private static Value NewStruct(Interpreter run, MethodDefinition constructor, Value[] arguments)
    {
        var cell = new Cell(run.Layouts.Of(constructor.DeclaringType).Zero(run.Terms));
        run.Call(constructor, [new Reference(cell), .. arguments]);
        return cell.Value;
    }

    private static void Box(Frame frame, TypeReference type)
    {
        frame.Pop();
        frame.Push(new Opaque(type.FullName));
    }

    private static void Throw(Frame frame) => throw (frame.Pop() is Opaque { TypeName: var name }
        ? new ThrownException(name == Opaque.Null ? typeof(NullReferenceException).FullName! : name)
        : new UnsupportedCodeException("throw of something that is no exception"));

    private static bool IsException(TypeDefinition? type) =>
        type is not null && (type.FullName == ExceptionName || IsException(type.BaseType?.Resolve()));
}
