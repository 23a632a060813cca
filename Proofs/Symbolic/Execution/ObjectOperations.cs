using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Objects: allocation, their types, and tests of these.</summary>
internal static class ObjectOperations
{
    private static readonly string NullableName = typeof(Nullable<>).FullName!;

    /// <summary>Creates an object of a class, on which no constructor has run yet.</summary>
    public static HeapObject Allocate(SymbolicRun run, ClosedType type) =>
        new(type, run.Memory.NewCell(run.Layouts.FieldsOf(type).Zero(run.Terms)));

    /// <summary>True if a type is a Nullable, which is never boxed itself.</summary>
    public static bool IsNullable(ClosedType type) => type.Definition?.FullName == NullableName;

    /// <summary>Returns a reference if it is null or of a type; otherwise throws.</summary>
    public static Value Fitting(SymbolicRun run, Value value, ClosedType type, Type otherwise)
    {
        if (ReferenceTerms.Objects(value).All(known => IsA(run, known, type)))
        {
            return value;
        }

        value = run.Resolve(value);
        return value is Null || IsA(run, value, type) ? value : throw run.Thrown(otherwise);
    }

    /// <summary>The type of an object; null if the value is not an object of known type.</summary>
    public static ClosedType? TypeOf(SymbolicRun run, Value value) => value switch
    {
        HeapObject known => known.Type,
        ArrayObject array => array.Type,
        Text => run.Layouts.Types.OfLibrary(typeof(string).FullName!),
        _ => null,
    };

    /// <summary>True if an object is of a type.</summary>
    public static bool IsA(SymbolicRun run, Value value, ClosedType type) => TypeOf(run, value) is { } actual
        ? Dispatch.IsA(actual, type)
        : throw new UnsupportedCodeException($"the question whether {value} is {type}");
}
