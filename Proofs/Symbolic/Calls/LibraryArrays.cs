using System.Collections.Immutable;
using Mono.Cecil;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Memory;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Arrays, and spans over them: what the class library does with addresses.</summary>
internal static class LibraryArrays
{
    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Span`1::.ctor"] = static (run, method, arguments) => MakeSpan(run, method, arguments),
        ["System.ReadOnlySpan`1::.ctor"] = static (run, method, arguments) => MakeSpan(run, method, arguments),
        ["System.Runtime.CompilerServices.Unsafe::Add"] = static (run, _, arguments) => Advance(run, arguments),
        ["System.Runtime.InteropServices.MemoryMarshal::GetArrayDataReference"] = static (run, method, arguments) =>
            method.Arguments.IsEmpty ? run.Call(method, arguments) : Reference.To(ArrayOf(run, arguments[0]), 0),
        ["System.Array::Resize"] = static (run, method, arguments) => Resize(run, method, arguments),
        ["System.Array::get_Length"] = static (run, _, arguments) =>
            new Scalar(run.Terms.Constant((ulong)ArrayOf(run, arguments[0]).Elements.Length, 32)),
        ["System.Runtime.CompilerServices.RuntimeHelpers::InitializeArray"] = static (run, _, arguments) =>
            Initialize(run, arguments),
        ["System.Runtime.CompilerServices.RuntimeHelpers::CreateSpan"] = static (run, method, arguments) =>
            ConstantSpan(run, method.Arguments[0], FieldOf(arguments[0])),
    };

    /// <summary>An array of known length, all zero.</summary>
    public static ArrayObject New(Interpreter run, ClosedType element, int length)
    {
        Value zero = run.Layouts.Of(element).Zero(run.Terms);
        return new ArrayObject(
            run.Layouts.Types.ArrayOf(element),
            [.. Enumerable.Range(0, length).Select(_ => run.NewCell(zero))]);
    }

    /// <summary>Makes the path fork for each value that an index can have; one out of range throws.</summary>
    public static int IndexWithin(Interpreter run, Term index, int length)
    {
        TermFactory terms = run.Terms;
        Term isInside = terms.Compare(Operator.LessUnsigned, index, terms.Constant((ulong)length, index.Width));
        run.ThrowWhere(terms.Not(isInside), typeof(IndexOutOfRangeException));
        var known = 0;
        while (known < length - 1 && !run.Decide(terms.Equal(index, terms.Constant((ulong)known, index.Width))))
        {
            known++;
        }

        return known;
    }

    /// <summary>Where a span begins, and its length.</summary>
    public static (Value Start, int Length) SpanParts(Value span) =>
        ((StructValue)span).Fields is [var start, var length]
            ? (start, Known(length))
            : throw new UnsupportedCodeException($"{span} as a span");

    private static ArrayObject ArrayOf(Interpreter run, Value value) => run.ResolveObject(value) as ArrayObject
        ?? throw new UnsupportedCodeException($"{value} as an array");

    private static int Known(Value value) => value is Scalar { Term: { IsConstant: true } term }
        ? (int)term.Value
        : throw new UnsupportedCodeException("an offset or length that is not known");

    // The other constructors take addresses, or are made of what is done here: they are run.
    private static Value? MakeSpan(Interpreter run, ClosedMethod method, Value[] arguments)
    {
        if (arguments is [Reference place, FieldHandle { Field: var field }, Scalar])
        {
            place.Write(ConstantSpan(run, method.Owner.Arguments[0], field), run);
            return null;
        }

        if (arguments.Length == 1 || method.Parameters[0].Kind != MetadataType.Array)
        {
            return run.Call(method, arguments);
        }

        Value array = run.Resolve(arguments[1]);
        var length = (array as ArrayObject)?.Elements.Length ?? 0;
        var start = arguments.Length == 4 ? Known(arguments[2]) : 0;
        var count = arguments.Length == 4 ? Known(arguments[3]) : length;
        if (start < 0 || count < 0 || count > length - start)
        {
            throw new Paths.ThrownException(typeof(ArgumentOutOfRangeException));
        }

        Reference target = run.ResolveReference(arguments[0]);
        target.Write(SpanOf(run, array as ArrayObject, start, count), run);
        return null;
    }

    private static StructValue SpanOf(Interpreter run, ArrayObject? array, int start, int count) => new(
    [
        array is null ? Null.Instance : Reference.To(array, start),
        new Scalar(run.Terms.Constant((ulong)count, 32)),
    ]);

    private static Reference Advance(Interpreter run, Value[] arguments)
    {
        if (arguments is not [Reference { Element: var (array, index) }, Scalar { Term: var offset }])
        {
            throw new UnsupportedCodeException("an address other than of an array's elements");
        }

        if (offset.IsConstant)
        {
            return Reference.To(array, index + (int)offset.Value);
        }

        // The place after the last one is where an empty slice begins.
        Term position = run.Terms.Binary(Operator.Add, offset, run.Terms.Constant((ulong)index, offset.Width));
        for (var place = 0; place <= array.Elements.Length; place++)
        {
            if (run.Decide(run.Terms.Equal(position, run.Terms.Constant((ulong)place, position.Width))))
            {
                return Reference.To(array, place);
            }
        }

        throw new UnsupportedCodeException("an address beyond an array");
    }

    private static Value? Resize(Interpreter run, ClosedMethod method, Value[] arguments)
    {
        Reference target = run.ResolveReference(arguments[0]);
        ArrayObject resized = New(run, method.Arguments[0], Known(arguments[1]));
        ImmutableArray<Cell> before = (run.Resolve(target.Read()) as ArrayObject)?.Elements ?? [];
        foreach ((Cell old, Cell copy) in before.Zip(resized.Elements))
        {
            copy.Write(old.Value, run);
        }

        target.Write(resized, run);
        return null;
    }

    private static Value? Initialize(Interpreter run, Value[] arguments)
    {
        ArrayObject array = ArrayOf(run, arguments[0]);
        Fill(run, array, FieldOf(arguments[1]).InitialValue);
        return null;
    }

    private static StructValue ConstantSpan(Interpreter run, ClosedType element, FieldDefinition field)
    {
        var size = run.Layouts.Of(element) is ScalarLayout scalar ? scalar.Width / 8 : 1;
        ArrayObject array = New(run, element, field.InitialValue.Length / size);
        Fill(run, array, field.InitialValue);
        return SpanOf(run, array, 0, array.Elements.Length);
    }

    private static FieldDefinition FieldOf(Value handle) => handle is FieldHandle { Field: var field }
        ? field
        : throw new UnsupportedCodeException($"data of {handle}");

    // The compiler's data, in little-endian order.
    private static void Fill(Interpreter run, ArrayObject array, byte[] data)
    {
        if (run.Layouts.Of(array.Type.Element!) is not ScalarLayout { Width: var width })
        {
            throw new UnsupportedCodeException($"data of an array of {array.Type.Element}");
        }

        for (var i = 0; i < array.Elements.Length; i++)
        {
            var bits = 0UL;
            for (var octet = width / 8; octet-- > 0;)
            {
                bits = (bits << 8) | data[(i * width / 8) + octet];
            }

            array.Elements[i].Write(new Scalar(run.Terms.Constant(bits, width)), run);
        }
    }
}
