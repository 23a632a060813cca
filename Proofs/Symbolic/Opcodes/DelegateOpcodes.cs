using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>Lambdas and method groups: ldftn, creation and invocation of delegates.</summary>
internal static class DelegateOpcodes
{
    private static readonly string BaseName = typeof(Delegate).FullName!;

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Ldftn] = static (_, frame, at) => frame.Push(new MethodHandle(frame.Method.MethodAt(at))),
        [Code.Ldvirtftn] = static (run, frame, at) => LoadVirtual(run, frame, frame.Method.MethodAt(at)),
    };

    /// <summary>True if a type is a delegate type.</summary>
    public static bool Has(ClosedType type) => type.Chain.Any(candidate => candidate.Name == BaseName);

    /// <summary>True if a static field is one in which the compiler caches a delegate.</summary>
    public static bool IsCache(ClosedField field) =>
        field.Definition is { IsInitOnly: false, DeclaringType.Name: "<>c" or "<>O" } && Has(field.Type);

    /// <summary>Creates a delegate from an object or null, and a method.</summary>
    public static void New(SymbolicRun run, Frame frame)
    {
        if (frame.Pop() is not MethodHandle { Method: var method })
        {
            throw new UnsupportedCodeException("a delegate of something that is not a method");
        }

        Value target = run.Resolve(frame.Pop());
        if (target is Null && method.Definition.HasThis)
        {
            throw new UnsupportedCodeException($"a delegate of {method} and null");
        }

        frame.Push(new DelegateValue(method, target switch
        {
            Null => null,
            HeapObject { Type.IsValueType: true } boxed when method.Owner.IsValueType => new Reference(boxed.Content),
            _ => target,
        }));
    }

    /// <summary>The method that a delegate calls, and its arguments.</summary>
    public static (ClosedMethod Method, Value[] Arguments) CallOf(
        SymbolicRun run, Value receiver, Value[] arguments) =>
        run.ResolveObject(receiver) is DelegateValue { Method: var method, Target: var target }
            ? (method, target is null ? arguments : [target, .. arguments])
            : throw new UnsupportedCodeException($"a call of {receiver}");

    private static void LoadVirtual(SymbolicRun run, Frame frame, ClosedMethod method) =>
        frame.Push(new MethodHandle(run.ResolveObject(frame.Pop()) is HeapObject { Type: var type }
            ? run.Layouts.Dispatch.Find(type, method)
            : throw new UnsupportedCodeException($"{method} of something that is not an object")));
}
