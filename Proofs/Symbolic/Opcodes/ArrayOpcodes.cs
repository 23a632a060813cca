using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>
/// Arrays of known length. With an unknown index, a read is a choice among the elements, and a write a choice in each
/// element. If the elements cannot be merged, and for the address of an element, the path forks.
/// </summary>
internal static class ArrayOpcodes
{
    // Far more than any proof has time for, and far less than the memory of the runtime.
    private const int MaxLength = 1 << 16;

    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = Create();

    private static Dictionary<Code, OpcodeHandler> Create()
    {
        var handlers = new Dictionary<Code, OpcodeHandler>
        {
            [Code.Newarr] = static (run, frame, at) => New(run, frame, frame.Method.TypeAt(at)),
            [Code.Ldlen] = static (run, frame, _) =>
                frame.Push(run.Terms.Constant((ulong)PopArray(run, frame).Elements.Length, 64), isNative: true),
            [Code.Ldelema] = static (run, frame, at) => LoadAddress(run, frame, at),
            [Code.Readonly] = static (_, _, _) => { },
            [Code.Ldelem_Any] = static (run, frame, at) => Load(run, frame, LayoutOf(run, frame, at)),
            [Code.Stelem_Any] = static (run, frame, at) => Store(run, frame, LayoutOf(run, frame, at)),
        };
        Add(Code.Ldelem_Ref, Code.Stelem_Ref, Layouts.Object);
        Add(Code.Ldelem_I1, Code.Stelem_I1, new ScalarLayout(8, isSigned: true));
        Add(Code.Ldelem_I2, Code.Stelem_I2, new ScalarLayout(16, isSigned: true));
        Add(Code.Ldelem_I4, Code.Stelem_I4, new ScalarLayout(32, isSigned: true));
        Add(Code.Ldelem_I8, Code.Stelem_I8, new ScalarLayout(64, isSigned: true));
        Add(Code.Ldelem_I, Code.Stelem_I, new ScalarLayout(64, isSigned: true, isNative: true));
        AddLoad(Code.Ldelem_U1, new ScalarLayout(8, isSigned: false));
        AddLoad(Code.Ldelem_U2, new ScalarLayout(16, isSigned: false));
        AddLoad(Code.Ldelem_U4, new ScalarLayout(32, isSigned: false));
        return handlers;

        void Add(Code load, Code store, Layout layout)
        {
            AddLoad(load, layout);
            handlers[store] = (run, frame, _) => Store(run, frame, layout);
        }

        void AddLoad(Code load, Layout layout) => handlers[load] = (run, frame, _) => Load(run, frame, layout);
    }

    private static Layout LayoutOf(SymbolicRun run, Frame frame, Instruction at) =>
        run.Layouts.Of(frame.Method.TypeAt(at));

    private static void New(SymbolicRun run, Frame frame, ClosedType element)
    {
        Term length = frame.PopCount();
        if (!length.IsConstant)
        {
            throw new UnsupportedCodeException("an array of unknown length");
        }

        run.ThrowIf(
            run.Terms.Compare(Operator.LessSigned, length, run.Terms.Constant(0, length.Width)),
            typeof(OverflowException));
        frame.Push(length.Value <= MaxLength
            ? ArrayOperations.New(run, element, (int)length.Value)
            : throw new UnsupportedCodeException($"an array of more than {MaxLength} elements"));
    }

    private static ArrayObject PopArray(SymbolicRun run, Frame frame)
    {
        Value value = run.ResolveObject(frame.Pop());
        return value as ArrayObject ?? throw new UnsupportedCodeException($"{value} as an array");
    }

    // An address through which code can write must have exactly the element type (ECMA-335 III.4.8).
    private static void LoadAddress(SymbolicRun run, Frame frame, Instruction at)
    {
        Term index = frame.PopCount();
        ArrayObject array = PopArray(run, frame);
        ClosedType named = frame.Method.TypeAt(at);
        RequireElements(run, array, run.Layouts.Of(named));
        var known = ArrayOperations.IndexWithin(run, index, array.Elements.Length);
        frame.Push(
            named.IsValueType || named == array.Type.Element || at.Previous?.OpCode.Code == Code.Readonly
                ? Reference.To(array, known)
                : throw run.Thrown(typeof(ArrayTypeMismatchException)));
    }

    private static void Load(SymbolicRun run, Frame frame, Layout layout)
    {
        Term index = frame.PopCount();
        ArrayObject array = PopArray(run, frame);
        RequireElements(run, array, layout);
        Value stored = TryChoose(run, index, array)
            ?? array.Elements[ArrayOperations.IndexWithin(run, index, array.Elements.Length)].Value;
        frame.Push(layout.Load(run.Terms, stored));
    }

    private static void RequireElements(SymbolicRun run, ArrayObject array, Layout layout)
    {
        if (!layout.IsLike(run.Layouts.Of(array.Type.Element!)))
        {
            throw new UnsupportedCodeException("an element accessed as another type");
        }
    }

    private static void Store(SymbolicRun run, Frame frame, Layout layout)
    {
        Value value = layout.Store(run.Terms, frame.Pop());
        Term index = frame.PopCount();
        ArrayObject array = PopArray(run, frame);
        RequireElements(run, array, layout);
        if (layout is not ScalarLayout || index.IsConstant)
        {
            Cell target = array.Elements[ArrayOperations.IndexWithin(run, index, array.Elements.Length)];
            target.Write(
                layout is ReferenceLayout
                    ? ObjectOperations.Fitting(run, value, array.Type.Element!, typeof(ArrayTypeMismatchException))
                    : value,
                run.Memory);
            return;
        }

        ThrowIfOutside(run, index, array);
        for (var i = 0; i < array.Elements.Length; i++)
        {
            Cell element = array.Elements[i];
            element.Write(MergedValue.Choose(run.Terms, IsAt(run, index, i), value, element.Value), run.Memory);
        }
    }

    private static Value? TryChoose(SymbolicRun run, Term index, ArrayObject array)
    {
        ImmutableArray<Cell> elements = array.Elements;
        if (index.IsConstant || elements.IsEmpty)
        {
            return null;
        }

        Value? chosen = elements[^1].Value;
        for (var i = elements.Length - 2; i >= 0 && chosen is not null; i--)
        {
            chosen = MergedValue.TryChoose(run.Terms, IsAt(run, index, i), elements[i].Value, chosen);
        }

        if (chosen is not null)
        {
            ThrowIfOutside(run, index, array);
        }

        return chosen;
    }

    private static void ThrowIfOutside(SymbolicRun run, Term index, ArrayObject array)
    {
        Term length = run.Terms.Constant((ulong)array.Elements.Length, index.Width);
        run.ThrowIf(
            run.Terms.Not(run.Terms.Compare(Operator.LessUnsigned, index, length)), typeof(IndexOutOfRangeException));
    }

    private static Term IsAt(SymbolicRun run, Term index, int position) =>
        run.Terms.Equal(index, run.Terms.Constant((ulong)position, index.Width));
}
