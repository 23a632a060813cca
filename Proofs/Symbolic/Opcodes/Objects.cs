using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>newobj, box and unbox, casts.</summary>
internal static class Objects
{
    private static readonly string ExceptionName = typeof(Exception).FullName!;
    private static readonly string NullableName = typeof(Nullable<>).FullName!;

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
        else if (type.Chain.Any(candidate => candidate.Name == ExceptionName))
        {
            frame.Push(new Opaque([.. type.Chain.Select(candidate => candidate.Name)]));
        }
        else if (type.Definition is null)
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

        if (type.Definition!.FullName == NullableName)
        {
            throw new UnsupportedCodeException($"boxing of {type}");
        }

        Value stored = run.Layouts.Of(type).Store(run.Terms, frame.Pop());
        frame.Push(new HeapObject(type, run.NewCell(stored)));
    }

    private static Cell Unbox(Interpreter run, Frame frame, ClosedType type) =>
        run.ResolveObject(frame.Pop()) is HeapObject boxed && IsBoxOf(run, boxed.Type, type)
            ? boxed.Content
            : throw new ThrownException(typeof(InvalidCastException));

    // An enum can be taken out as its number, and the other way round.
    private static bool IsBoxOf(Interpreter run, ClosedType boxed, ClosedType type) =>
        run.Layouts.Types.NumberOf(boxed) == run.Layouts.Types.NumberOf(type);

    private static void UnboxAny(Interpreter run, Frame frame, ClosedType type)
    {
        if (type.IsValueType)
        {
            frame.Push(run.Layouts.Of(type).Load(run.Terms, Unbox(run, frame, type).Value));
        }
        else
        {
            Cast(run, frame, type);
        }
    }

    private static void IsInstance(Interpreter run, Frame frame, ClosedType type)
    {
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

        Value AsType(Value known) => IsA(known, type) ? known : Null.Instance;
    }

    private static void Cast(Interpreter run, Frame frame, ClosedType type)
    {
        Value value = frame.Pop();
        if (!References.Objects(value).All(known => IsA(known, type)))
        {
            value = run.Resolve(value);
            if (value is not Null && !IsA(value, type))
            {
                throw new ThrownException(typeof(InvalidCastException));
            }
        }

        frame.Push(value);
    }

    /// <summary>Whether a reference other than null is to something of a type.</summary>
    public static bool IsA(Value value, ClosedType type) => value switch
    {
        HeapObject known => Dispatch.IsA(known.Type, type),
        ArrayObject array => Dispatch.IsA(array.Type, type),
        Opaque opaque => opaque.IsA(type.Name),
        Text => type.Kind is Mono.Cecil.MetadataType.String or Mono.Cecil.MetadataType.Object,
        _ => throw new UnsupportedCodeException($"the question whether {value} is {type}"),
    };

    private static void LoadToken(Frame frame, Instruction at) => frame.Push(at.Operand switch
    {
        Mono.Cecil.TypeReference => new TypeHandle(frame.Method.TypeAt(at)),
        Mono.Cecil.FieldReference => new FieldHandle(frame.Method.FieldAt(at).Definition),
        _ => throw new UnsupportedCodeException("the handle of a method"),
    });
}
