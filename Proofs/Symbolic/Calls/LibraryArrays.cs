using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Arrays and spans, which the class library implements with addresses.</summary>
internal static class LibraryArrays
{
    private const string Unsafe = "System.Runtime.CompilerServices.Unsafe";
    private const string Helpers = "System.Runtime.CompilerServices.RuntimeHelpers";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Void System.ReadOnlySpan`1::.ctor(System.Void*,System.Int32)"] = static (run, method, arguments) =>
            SpanOverData(run, method.Owner.Arguments[0], arguments),
        [$"T& {Unsafe}::Add(T&,System.Int32)"] = static (run, _, arguments) => Advance(run, arguments),
        [$"T& {Unsafe}::Add(T&,System.IntPtr)"] = static (run, _, arguments) => Advance(run, arguments),
        [$"T& {Unsafe}::Add(T&,System.UIntPtr)"] = static (run, _, arguments) => Advance(run, arguments),
        ["T& System.Runtime.InteropServices.MemoryMarshal::GetArrayDataReference(T[])"] = static (run, _, arguments) =>
            Reference.To(ArrayOf(run, arguments[0]), 0),
        ["System.Void System.Buffer::Memmove(T&,T&,System.UIntPtr)"] = static (run, _, arguments) =>
            Move(run, arguments),
        ["System.Boolean System.MemoryExtensions::SequenceEqual(System.ReadOnlySpan`1<T>,System.ReadOnlySpan`1<T>)"] =
            static (run, method, arguments) => AreEqual(run, method.Arguments[0], arguments),
        ["System.Int32 System.Array::get_Length()"] = static (run, _, arguments) =>
            new Scalar(run.Terms.Constant((ulong)ArrayOf(run, arguments[0]).Elements.Length, 32)),
        [$"System.Void {Helpers}::InitializeArray(System.Array,System.RuntimeFieldHandle)"] =
            static (run, _, arguments) => Initialize(run, arguments),
        [$"System.ReadOnlySpan`1<T> {Helpers}::CreateSpan(System.RuntimeFieldHandle)"] =
            static (run, method, arguments) => ConstantSpan(run, method.Arguments[0], FieldOf(arguments[0])),
    };

    // The start of a span, and its length.
    private static (Value Start, int Length) SpanParts(Value span) =>
        ((StructValue)span).Fields is [var start, var length]
            ? (start, Known(length))
            : throw new UnsupportedCodeException($"{span} as a span");

    /// <summary>The integers in a span.</summary>
    public static ImmutableArray<Term> IntegersIn(SymbolicRun run, Value span)
    {
        (Value start, int length) = SpanParts(span);
        if (length == 0)
        {
            return [];
        }

        (ArrayObject array, int index) = run.ResolveReference(start).Element
            ?? throw new UnsupportedCodeException("a span that is not over an array");
        return [.. array.Elements.AsSpan(index, length).ToArray().Select(element => ((Scalar)element.Value).Term)];
    }

    private static ArrayObject ArrayOf(SymbolicRun run, Value value) => run.ResolveObject(value) as ArrayObject
        ?? throw new UnsupportedCodeException($"{value} as an array");

    private static int Known(Value value) => value is Scalar { Term: { IsConstant: true } term }
        ? (int)term.Value
        : throw new UnsupportedCodeException("an offset or length that is not known");

    // Data from the compiler, such as a UTF-8 literal: the span may be shorter.
    private static Value? SpanOverData(SymbolicRun run, ClosedType element, Value[] arguments)
    {
        ArrayObject array = ArrayOver(run, element, FieldOf(arguments[1]));
        var length = Known(arguments[2]);
        if (length < 0 || length > array.Elements.Length)
        {
            throw new UnsupportedCodeException("a span longer than its data");
        }

        run.ResolveReference(arguments[0]).Write(SpanOf(run, array, length), run.Memory);
        return null;
    }

    private static StructValue SpanOf(SymbolicRun run, ArrayObject array, int length) =>
        new([Reference.To(array, 0), new Scalar(run.Terms.Constant((ulong)length, 32))]);

    private static Reference Advance(SymbolicRun run, Value[] arguments)
    {
        if (arguments is not [Reference { Element: var (array, index) }, Scalar { Term: var offset }])
        {
            throw new UnsupportedCodeException("an address that is not of an array element");
        }

        if (offset.IsConstant)
        {
            return Reference.To(array, checked((int)(index + Bits.Signed(offset.Value, offset.Width))));
        }

        // An empty slice may start after the last element.
        Term position = run.Terms.Binary(Operator.Add, offset, run.Terms.Constant((ulong)index, offset.Width));
        for (var place = 0; place <= array.Elements.Length; place++)
        {
            if (run.Decide(run.Terms.Equal(position, run.Terms.Constant((ulong)place, position.Width))))
            {
                return Reference.To(array, place);
            }
        }

        throw new UnsupportedCodeException("an address past the end of an array");
    }

    // The library compares bytes, which is right for integers only.
    private static Scalar AreEqual(SymbolicRun run, ClosedType element, Value[] arguments)
    {
        WidthOf(run, element);
        ImmutableArray<Term> first = IntegersIn(run, arguments[0]);
        ImmutableArray<Term> second = IntegersIn(run, arguments[1]);
        TermFactory terms = run.Terms;
        Term equal = first.Length == second.Length
            ? first.Zip(second, terms.Equal).Aggregate(terms.True, terms.And)
            : terms.False;
        return new Scalar(terms.Resize(equal, 8, signed: false));
    }

    // All elements are read before any is written.
    private static Value? Move(SymbolicRun run, Value[] arguments)
    {
        if (arguments is not [Reference { Element: var (target, to) }, Reference { Element: var (source, from) }, _])
        {
            throw new UnsupportedCodeException("a copy that is not between arrays");
        }

        var count = Known(arguments[2]);
        Value[] moved = [.. source.Elements.AsSpan(from, count).ToArray().Select(element => element.Value)];
        for (var i = 0; i < count; i++)
        {
            target.Elements[to + i].Write(moved[i], run.Memory);
        }

        return null;
    }

    private static Value? Initialize(SymbolicRun run, Value[] arguments)
    {
        ArrayObject array = ArrayOf(run, arguments[0]);
        Fill(run, array, FieldOf(arguments[1]).InitialValue);
        return null;
    }

    private static StructValue ConstantSpan(SymbolicRun run, ClosedType element, FieldDefinition field)
    {
        ArrayObject array = ArrayOver(run, element, field);
        return SpanOf(run, array, array.Elements.Length);
    }

    private static ArrayObject ArrayOver(SymbolicRun run, ClosedType element, FieldDefinition field)
    {
        ArrayObject array = ArrayOperations.New(run, element, field.InitialValue.Length * 8 / WidthOf(run, element));
        Fill(run, array, field.InitialValue);
        return array;
    }

    private static int WidthOf(SymbolicRun run, ClosedType element) =>
        run.Layouts.Of(element) is ScalarLayout { Width: var width }
            ? width
            : throw new UnsupportedCodeException($"data of an array of {element}");

    private static FieldDefinition FieldOf(Value handle) => handle is FieldHandle { Field: var field }
        ? field
        : throw new UnsupportedCodeException($"data of {handle}");

    // Data from the compiler, in little-endian order.
    private static void Fill(SymbolicRun run, ArrayObject array, byte[] data)
    {
        var width = WidthOf(run, array.Type.Element!);
        if (data.Length * 8 < array.Elements.Length * width)
        {
            throw new UnsupportedCodeException("data that does not fill its array");
        }

        for (var i = 0; i < array.Elements.Length; i++)
        {
            var bits = 0UL;
            for (var at = width / 8; at-- > 0;)
            {
                bits = (bits << 8) | data[(i * width / 8) + at];
            }

            array.Elements[i].Write(new Scalar(run.Terms.Constant(bits, width)), run.Memory);
        }
    }
}
