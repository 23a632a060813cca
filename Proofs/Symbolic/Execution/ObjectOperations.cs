using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Execution;

/// <summary>Objects: allocation, their types, and tests of these.</summary>
internal static class ObjectOperations
{
    private static readonly string NullableName = typeof(Nullable<>).FullName!;

    /// <summary>A new object of a class.</summary>
    public static HeapObject Make(SymbolicRun run, ClosedMethod constructor, Value[] arguments)
    {
        ClosedType type = constructor.Owner;
        var made = new HeapObject(type, run.Memory.NewCell(run.Layouts.FieldsOf(type).Zero(run.Terms)));
        run.Invoke(constructor, [made, .. arguments]);
        return made;
    }

    /// <summary>Whether a type is a struct that may be missing, which never is in a box itself.</summary>
    public static bool IsNullable(ClosedType type) => type.Definition?.FullName == NullableName;

    /// <summary>A reference that is null or to something of a type; all else throws.</summary>
    public static Value Fitting(SymbolicRun run, Value value, ClosedType type, Type otherwise)
    {
        if (ReferenceTerms.Objects(value).All(known => IsA(run, known, type)))
        {
            return value;
        }

        value = run.Resolve(value);
        return value is Null || IsA(run, value, type) ? value : throw run.Thrown(otherwise);
    }

    /// <summary>What type an object has.</summary>
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
