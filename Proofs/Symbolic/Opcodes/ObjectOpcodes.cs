using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>newobj, box, unbox, casts, ldtoken.</summary>
internal static class ObjectOpcodes
{
    // Thrown by IL of the class library that the runtime replaces.
    private static readonly string NotInCode = typeof(PlatformNotSupportedException).FullName!;

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = new()
    {
        [Code.Newobj] = static (run, frame, at) => New(run, frame, frame.Method.MethodAt(at)),
        [Code.Box] = static (run, frame, at) => Box(run, frame, frame.Method.TypeAt(at)),
        [Code.Unbox] = static (run, frame, at) => frame.Push(new Reference(Unbox(run, frame, frame.Method.TypeAt(at)))),
        [Code.Unbox_Any] = static (run, frame, at) => UnboxAny(run, frame, frame.Method.TypeAt(at)),
        [Code.Isinst] = static (run, frame, at) => IsInstance(run, frame, frame.Method.TypeAt(at)),
        [Code.Castclass] = static (run, frame, at) => Cast(run, frame, frame.Method.TypeAt(at)),
        [Code.Ldtoken] = static (_, frame, at) => LoadToken(frame, at),
    };

    private static void New(SymbolicRun run, Frame frame, ClosedMethod constructor)
    {
        ClosedType type = constructor.Owner;
        if (DelegateOpcodes.Has(type))
        {
            DelegateOpcodes.New(run, frame);
            return;
        }

        Value[] arguments = CallOpcodes.PopArguments(run, frame, constructor);
        if (type.IsValueType)
        {
            Cell cell = run.Memory.NewLocalCell(run.Layouts.Of(type).Zero(run.Terms));
            run.Invoke(
                frame, constructor, [new Reference(cell), .. arguments], (caller, _) => caller.Push(cell.Value));
        }
        else if (type.Definition is null || type.Name == NotInCode)
        {
            throw new UnsupportedCodeException($"a new object of type {type}");
        }
        else
        {
            HeapObject made = ObjectOperations.Allocate(run, type);
            run.Invoke(frame, constructor, [made, .. arguments], (caller, _) => caller.Push(made));
        }
    }

    private static void Box(SymbolicRun run, Frame frame, ClosedType type)
    {
        if (!type.IsValueType)
        {
            return; // A reference is unchanged.
        }

        Value stored = run.Layouts.Of(type).Store(run.Terms, frame.Pop());
        frame.Push(ObjectOperations.IsNullable(type)
            ? BoxNullable(run, type, stored)
            : new HeapObject(type, run.Memory.NewCell(stored)));
    }

    private static Value BoxNullable(SymbolicRun run, ClosedType type, Value stored)
    {
        if (stored is not StructValue { Fields: [Scalar { Term: var hasValue }, var value] })
        {
            throw new UnsupportedCodeException($"boxing of {stored} as {type}");
        }

        return run.Decide(run.Terms.Equal(hasValue, run.Terms.Constant(0, hasValue.Width)))
            ? Null.Instance
            : new HeapObject(type.Arguments[0], run.Memory.NewCell(value));
    }

    private static Cell Unbox(SymbolicRun run, Frame frame, ClosedType type) =>
        ObjectOperations.IsNullable(type) ? throw new UnsupportedCodeException($"the address of {type} in a box")
        : run.ResolveObject(frame.Pop()) is var value && value is HeapObject boxed && IsBoxOf(run, boxed.Type, type)
            ? boxed.Content
        : throw NoBoxOf(run, type, value);

    // An enum can be unboxed as its underlying type, and vice versa.
    private static bool IsBoxOf(SymbolicRun run, ClosedType boxed, ClosedType type) =>
        run.Layouts.Types.NumberOf(boxed) == run.Layouts.Types.NumberOf(type);

    private static void UnboxAny(SymbolicRun run, Frame frame, ClosedType type)
    {
        if (ObjectOperations.IsNullable(type))
        {
            frame.Push(UnboxNullable(run, type, run.Resolve(frame.Pop())));
        }
        else if (type.IsValueType)
        {
            frame.Push(run.Layouts.Of(type).Load(run.Terms, Unbox(run, frame, type).Value));
        }
        else
        {
            Cast(run, frame, type);
        }
    }

    // Here an enum does not match its underlying type.
    private static Value UnboxNullable(SymbolicRun run, ClosedType type, Value value) => value switch
    {
        Null => run.Layouts.Of(type).Zero(run.Terms),
        HeapObject boxed when boxed.Type == type.Arguments[0] =>
            new StructValue([new Scalar(run.Terms.Constant(1, 8)), boxed.Content.Value]),
        _ => throw NoBoxOf(run, type, value),
    };

    private static Exception NoBoxOf(SymbolicRun run, ClosedType type, Value value) =>
        ObjectOperations.TypeOf(run, value) is not null ? run.Thrown(typeof(InvalidCastException))
        : new UnsupportedCodeException($"{value} as a box of {type}");

    private static void IsInstance(SymbolicRun run, Frame frame, ClosedType named)
    {
        ClosedType type = ObjectOperations.IsNullable(named) ? named.Arguments[0] : named;
        Value value = frame.Pop();
        if (ReferenceTerms.TryMap(run.Terms, value, AsType) is { } mapped)
        {
            // A null reference stays null under the same condition.
            frame.Push(MergedValue.Choose(run.Terms, ReferenceTerms.IsNull(run.Terms, value), Null.Instance, mapped));
        }
        else
        {
            frame.Push(run.Resolve(value) is { } known and not Null ? AsType(known) : Null.Instance);
        }

        Value AsType(Value known) => ObjectOperations.IsA(run, known, type) ? known : Null.Instance;
    }

    private static void Cast(SymbolicRun run, Frame frame, ClosedType type)
    {
        if (ObjectOperations.IsNullable(type))
        {
            throw new UnsupportedCodeException($"a cast to a boxed {type}");
        }

        frame.Push(ObjectOperations.Fitting(run, frame.Pop(), type, typeof(InvalidCastException)));
    }

    private static void LoadToken(Frame frame, Instruction at) => frame.Push(at.Operand switch
    {
        Mono.Cecil.TypeReference => new TypeHandle(frame.Method.TypeAt(at)),
        Mono.Cecil.FieldReference => new FieldHandle(frame.Method.FieldAt(at).Definition),
        _ => throw new UnsupportedCodeException("the handle of a method"),
    });
}
