using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Calls;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>call, callvirt, ret, and the constrained prefix.</summary>
internal static class CallOpcodes
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Constrained] = static (_, frame, at) => frame.Constraint = frame.Method.TypeAt(at),
        [Code.Call] = static (run, frame, at) => Call(run, frame, frame.Method.MethodAt(at)),
        [Code.Callvirt] = static (run, frame, at) => CallVirtual(run, frame, frame.Method.MethodAt(at)),
        [Code.Ret] = static (run, frame, _) => Return(run, frame),
    };

    /// <summary>Pops the arguments, without "this", in memory form.</summary>
    public static Value[] PopArguments(SymbolicRun run, Frame frame, ClosedMethod method)
    {
        var arguments = new Value[method.Parameters.Length];
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            arguments[i] = run.Layouts.Of(method.Parameters[i]).Store(run.Terms, frame.Pop());
        }

        return arguments;
    }

    // A call of a static interface member goes to the type that the prefix names.
    private static void Call(SymbolicRun run, Frame frame, ClosedMethod method)
    {
        Value[] arguments = PopArguments(run, frame, method);
        Invoke(
            run,
            frame,
            TakeConstraint(frame) is { } type ? run.Layouts.Dispatch.Find(type, method) : method,
            method.Definition.HasThis ? [frame.Pop(), .. arguments] : arguments);
    }

    private static void CallVirtual(SymbolicRun run, Frame frame, ClosedMethod method)
    {
        Value[] arguments = PopArguments(run, frame, method);
        Value receiver = frame.Pop();
        if (TakeConstraint(frame) is { } type)
        {
            Reference place = run.ResolveReference(receiver);
            if (type.IsValueType)
            {
                Invoke(run, frame, FindOwn(run, type, method), [place, .. arguments]);
                return;
            }

            receiver = place.Read();
        }

        if (method.Definition.Name == "Invoke" && DelegateOpcodes.Has(method.Owner))
        {
            (ClosedMethod called, arguments) = DelegateOpcodes.CallOf(run, receiver, arguments);
            run.Invoke(frame, called, arguments, (caller, result) => Push(run, caller, method, result));
            return;
        }

        (receiver, ClosedMethod target) = FindTarget(run, receiver, method);
        Invoke(run, frame, target, [receiver, .. arguments]);
    }

    // The struct's own method: an inherited one would be called on a boxed copy.
    private static ClosedMethod FindOwn(SymbolicRun run, ClosedType type, ClosedMethod method)
    {
        ClosedMethod own = run.Layouts.Dispatch.Find(type, method);
        return own.Owner == type ? own : throw new UnsupportedCodeException($"{own} of a struct");
    }

    // Receivers with the same target method stay merged.
    private static (Value Receiver, ClosedMethod Target) FindTarget(
        SymbolicRun run, Value receiver, ClosedMethod method)
    {
        if (receiver is Choice)
        {
            run.ThrowIf(ReferenceTerms.IsNull(run.Terms, receiver), typeof(NullReferenceException));
            List<Value> objects = [.. ReferenceTerms.Objects(receiver)];
            List<ClosedMethod> targets = [.. objects.Select(known => Target(run, known, method)).Distinct()];
            if (targets.Count == 1 && !objects.Any(IsBoxed))
            {
                return (ReferenceTerms.TryMap(run.Terms, receiver, known => known)!, targets[0]);
            }
        }

        receiver = run.ResolveObject(receiver);
        ClosedMethod target = Target(run, receiver, method);
        return (
            IsBoxed(receiver) && target.Owner.IsValueType
                ? new Reference(((HeapObject)receiver).Content)
                : receiver,
            target);
    }

    private static bool IsBoxed(Value value) => value is HeapObject { Type.IsValueType: true };

    private static ClosedMethod Target(SymbolicRun run, Value receiver, ClosedMethod method) =>
        !method.Definition.IsVirtual ? method
        : VirtualTypeOf(run, receiver) is { } type ? run.Layouts.Dispatch.Find(type, method)
        : LibraryCalls.Find(method) is not null ? method
        : throw new UnsupportedCodeException($"virtual call of {method} on {receiver}");

    // An array has the methods of System.Array.
    private static ClosedType? VirtualTypeOf(SymbolicRun run, Value receiver) => receiver is ArrayObject
        ? run.Layouts.Types.OfLibrary(typeof(Array).FullName!)
        : ObjectOperations.TypeOf(run, receiver);

    private static ClosedType? TakeConstraint(Frame frame)
    {
        ClosedType? type = frame.Constraint;
        frame.Constraint = null;
        return type;
    }

    private static void Invoke(SymbolicRun run, Frame frame, ClosedMethod method, Value[] arguments) =>
        run.Invoke(frame, method, arguments, (caller, result) => Push(run, caller, method, result));

    private static void Push(SymbolicRun run, Frame frame, ClosedMethod method, Value? returned)
    {
        if (returned is { } result)
        {
            frame.Push(run.Layouts.Of(method.ReturnType).Load(run.Terms, result));
        }
    }

    private static void Return(SymbolicRun run, Frame frame) =>
        frame.Return(frame.Method.ReturnsNothing
            ? null
            : run.Layouts.Of(frame.Method.ReturnType).Store(run.Terms, frame.Pop()));
}
