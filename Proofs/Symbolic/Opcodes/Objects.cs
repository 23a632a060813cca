using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>newobj, box and unbox, casts.</summary>
internal static class Objects
{
    private static readonly string NullableName = typeof(Nullable<>).FullName!;

    // How the class library's IL ends if only the runtime knows what to do.
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

    private static void New(Interpreter run, Frame frame, ClosedMethod constructor)
    {
        ClosedType type = constructor.Owner;
        if (Delegates.Has(type))
        {
            Delegates.New(run, frame);
            return;
        }

        Value[] arguments = CallOpcodes.PopArguments(run, frame, constructor);
        if (type.IsValueType)
        {
            Cell cell = run.NewLocalCell(run.Layouts.Of(type).Zero(run.Terms));
            run.Invoke(constructor, [new Reference(cell), .. arguments]);
            frame.Push(cell.Value);
        }
        else if (type.Definition is null || type.Name == NotInCode)
        {
            throw new UnsupportedCodeException($"a new object of type {type}");
        }
        else
        {
            frame.Push(Make(run, constructor, arguments));
        }
    }

    /// <summary>A new object of a class.</summary>
    public static HeapObject Make(Interpreter run, ClosedMethod constructor, Value[] arguments)
    {
        ClosedType type = constructor.Owner;
        var made = new HeapObject(type, run.NewCell(run.Layouts.FieldsOf(type).Zero(run.Terms)));
        run.Invoke(constructor, [made, .. arguments]);
        return made;
    }

    private static void Box(Interpreter run, Frame frame, ClosedType type)
    {
        if (!type.IsValueType)
        {
            return; // A reference stays what it is.
        }

        Value stored = run.Layouts.Of(type).Store(run.Terms, frame.Pop());
        frame.Push(IsNullable(type) ? BoxNullable(run, type, stored) : new HeapObject(type, run.NewCell(stored)));
    }

    /// <summary>Whether a type is a struct that may be missing, which never is in a box itself.</summary>
    public static bool IsNullable(ClosedType type) => type.Definition?.FullName == NullableName;

    private static Value BoxNullable(Interpreter run, ClosedType type, Value stored)
    {
        if (stored is not StructValue { Fields: [Scalar { Term: var hasValue }, var value] })
        {
            throw new UnsupportedCodeException($"boxing of {stored} as {type}");
        }

        return run.Decide(run.Terms.Equal(hasValue, run.Terms.Constant(0, hasValue.Width)))
            ? Null.Instance
            : new HeapObject(type.Arguments[0], run.NewCell(value));
    }

    private static Cell Unbox(Interpreter run, Frame frame, ClosedType type) =>
        IsNullable(type) ? throw new UnsupportedCodeException($"the address of {type} in a box")
        : run.ResolveObject(frame.Pop()) is var value && value is HeapObject boxed && IsBoxOf(run, boxed.Type, type)
            ? boxed.Content
        : throw NoBoxOf(run, type, value);

    // An enum can be taken out as its number, and the other way round.
    private static bool IsBoxOf(Interpreter run, ClosedType boxed, ClosedType type) =>
        run.Layouts.Types.NumberOf(boxed) == run.Layouts.Types.NumberOf(type);

    private static void UnboxAny(Interpreter run, Frame frame, ClosedType type)
    {
        if (IsNullable(type))
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

    // Here an enum is not its number.
    private static Value UnboxNullable(Interpreter run, ClosedType type, Value value) => value switch
    {
        Null => run.Layouts.Of(type).Zero(run.Terms),
        HeapObject boxed when boxed.Type == type.Arguments[0] =>
            new StructValue([new Scalar(run.Terms.Constant(1, 8)), boxed.Content.Value]),
        _ => throw NoBoxOf(run, type, value),
    };

    private static Exception NoBoxOf(Interpreter run, ClosedType type, Value value) => TypeOf(run, value) is not null
        ? run.Thrown(typeof(InvalidCastException))
        : new UnsupportedCodeException($"{value} as a box of {type}");

    private static void IsInstance(Interpreter run, Frame frame, ClosedType named)
    {
        ClosedType type = IsNullable(named) ? named.Arguments[0] : named;
        Value value = frame.Pop();
        if (References.TryMap(run.Terms, value, AsType) is { } mapped)
        {
            // Where the reference can be null, it stays so by the same condition.
            frame.Push(MergedValue.Choose(run.Terms, References.IsNull(run.Terms, value), Null.Instance, mapped));
        }
        else
        {
            frame.Push(run.Resolve(value) is { } known and not Null ? AsType(known) : Null.Instance);
        }

        Value AsType(Value known) => IsA(run, known, type) ? known : Null.Instance;
    }

    private static void Cast(Interpreter run, Frame frame, ClosedType type)
    {
        if (IsNullable(type))
        {
            throw new UnsupportedCodeException($"a cast to {type} in a box");
        }

        frame.Push(Fitting(run, frame.Pop(), type, typeof(InvalidCastException)));
    }

    /// <summary>A reference that is null or to something of a type; all else throws.</summary>
    public static Value Fitting(Interpreter run, Value value, ClosedType type, Type otherwise)
    {
        if (References.Objects(value).All(known => IsA(run, known, type)))
        {
            return value;
        }

        value = run.Resolve(value);
        return value is Null || IsA(run, value, type) ? value : throw run.Thrown(otherwise);
    }

    /// <summary>What type an object has.</summary>
    public static ClosedType? TypeOf(Interpreter run, Value value) => value switch
    {
        HeapObject known => known.Type,
        ArrayObject array => array.Type,
        Text => run.Layouts.Types.OfLibrary(typeof(string).FullName!),
        _ => null,
    };

    private static bool IsA(Interpreter run, Value value, ClosedType type) => TypeOf(run, value) is { } actual
        ? Dispatch.IsA(actual, type)
        : throw new UnsupportedCodeException($"the question whether {value} is {type}");

    private static void LoadToken(Frame frame, Instruction at) => frame.Push(at.Operand switch
    {
        Mono.Cecil.TypeReference => new TypeHandle(frame.Method.TypeAt(at)),
        Mono.Cecil.FieldReference => new FieldHandle(frame.Method.FieldAt(at).Definition),
        _ => throw new UnsupportedCodeException("the handle of a method"),
    });
}
