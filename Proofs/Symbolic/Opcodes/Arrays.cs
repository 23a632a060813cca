using System.Collections.Immutable;
using Mono.Cecil.Cil;
using Verify.Proofs.Symbolic.Calls;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Merging;
using Verify.Proofs.Symbolic.Paths;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Opcodes;

/// <summary>
/// Arrays of known length. Where an index is not known, a read is a choice among the elements and a write one in each,
/// if the elements can be chosen among; else, and for an element's address, the path forks.
/// </summary>
internal static class Arrays
{
    public static Dictionary<Code, OpcodeHandler> Handlers { get; } = Create();

    private static Dictionary<Code, OpcodeHandler> Create()
    {
        var handlers = new Dictionary<Code, OpcodeHandler>
        {
            [Code.Newarr] = static (run, frame, at) => New(run, frame, frame.Method.TypeAt(at)),
            [Code.Ldlen] = static (run, frame, _) =>
                frame.Push(run.Terms.Constant((ulong)PopArray(run, frame).Elements.Length, 64)),
            [Code.Ldelema] = static (run, frame, _) => LoadAddress(run, frame),
            [Code.Readonly] = static (_, _, _) => { },
            [Code.Ldelem_Any] = static (run, frame, _) => Load(run, frame, null),
            [Code.Ldelem_Ref] = static (run, frame, _) => Load(run, frame, null),
            [Code.Ldelem_I] = static (run, frame, _) => Load(run, frame, null),
            [Code.Ldelem_I8] = static (run, frame, _) => Load(run, frame, null),
        };
        AddLoad(Code.Ldelem_I1, 8, isSigned: true);
        AddLoad(Code.Ldelem_U1, 8, isSigned: false);
        AddLoad(Code.Ldelem_I2, 16, isSigned: true);
        AddLoad(Code.Ldelem_U2, 16, isSigned: false);
        AddLoad(Code.Ldelem_I4, 32, isSigned: true);
        AddLoad(Code.Ldelem_U4, 32, isSigned: false);
        foreach (Code store in (Code[])
            [Code.Stelem_Any, Code.Stelem_Ref, Code.Stelem_I, Code.Stelem_I1, Code.Stelem_I2, Code.Stelem_I4,
            Code.Stelem_I8])
        {
            handlers[store] = static (run, frame, _) => Store(run, frame);
        }

        return handlers;

        void AddLoad(Code code, int width, bool isSigned)
        {
            var layout = new ScalarLayout(width, isSigned);
            handlers[code] = (run, frame, _) => Load(run, frame, layout);
        }
    }

    private static void New(Interpreter run, Frame frame, ClosedType element)
    {
        Term length = frame.PopTerm();
        if (!length.IsConstant)
        {
            throw new UnsupportedCodeException("an array of a length that is not known");
        }

        run.ThrowWhere(
            run.Terms.Compare(Operator.LessSigned, length, run.Terms.Constant(0, length.Width)),
            typeof(OverflowException));
        frame.Push(LibraryArrays.New(run, element, (int)length.Value));
    }

    private static ArrayObject PopArray(Interpreter run, Frame frame)
    {
        Value value = run.ResolveObject(frame.Pop());
        return value as ArrayObject ?? throw new UnsupportedCodeException($"{value} as an array");
    }

    private static void LoadAddress(Interpreter run, Frame frame)
    {
        Term index = frame.PopTerm();
        ArrayObject array = PopArray(run, frame);
        frame.Push(Reference.To(array, LibraryArrays.IndexWithin(run, index, array.Elements.Length)));
    }

    private static void Load(Interpreter run, Frame frame, ScalarLayout? layout)
    {
        Term index = frame.PopTerm();
        ArrayObject array = PopArray(run, frame);
        Value stored = TryChoose(run, index, array)
            ?? array.Elements[LibraryArrays.IndexWithin(run, index, array.Elements.Length)].Value;
        if (layout is not null && (stored as Scalar)?.Term.Width != layout.Width)
        {
            throw new UnsupportedCodeException("an element read as another type than it has");
        }

        frame.Push((layout ?? run.Layouts.Of(array.Type.Element!)).Load(run.Terms, stored));
    }

    private static void Store(Interpreter run, Frame frame)
    {
        Value value = frame.Pop();
        Term index = frame.PopTerm();
        ArrayObject array = PopArray(run, frame);
        Layout layout = run.Layouts.Of(array.Type.Element!);
        value = layout.Store(run.Terms, value);
        if (layout is not ScalarLayout || index.IsConstant)
        {
            Cell target = array.Elements[LibraryArrays.IndexWithin(run, index, array.Elements.Length)];
            target.Write(layout is ReferenceLayout ? Fitting(run, value, array) : value, run);
            return;
        }

        ThrowWhereOutside(run, index, array);
        for (var i = 0; i < array.Elements.Length; i++)
        {
            Cell element = array.Elements[i];
            element.Write(MergedValue.Choose(run.Terms, IsAt(run, index, i), value, element.Value), run);
        }
    }

    // An array of a derived type does not take every object of the static one.
    private static Value Fitting(Interpreter run, Value value, ArrayObject array)
    {
        ClosedType element = array.Type.Element!;
        if (References.Objects(value).All(known => Objects.IsA(known, element)))
        {
            return value;
        }

        value = run.Resolve(value);
        return value is Null || Objects.IsA(value, element)
            ? value
            : throw new ThrownException(typeof(ArrayTypeMismatchException));
    }

    private static Value? TryChoose(Interpreter run, Term index, ArrayObject array)
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
            ThrowWhereOutside(run, index, array);
        }

        return chosen;
    }

    private static void ThrowWhereOutside(Interpreter run, Term index, ArrayObject array)
    {
        Term length = run.Terms.Constant((ulong)array.Elements.Length, index.Width);
        run.ThrowWhere(
            run.Terms.Not(run.Terms.Compare(Operator.LessUnsigned, index, length)), typeof(IndexOutOfRangeException));
    }

    private static Term IsAt(Interpreter run, Term index, int position) =>
        run.Terms.Equal(index, run.Terms.Constant((ulong)position, index.Width));
}
