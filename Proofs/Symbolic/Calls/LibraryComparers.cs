using Mono.Cecil;
using Verify.Proofs.Symbolic.Types;
using Verify.Proofs.Symbolic.Values;
using Verify.Proofs.Terms;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Default comparers, with which records compare their parts.</summary>
internal static class LibraryComparers
{
    private const string Comparer = "System.Collections.Generic.EqualityComparer`1";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        [$"{Comparer}::get_Default"] = static (_, _, _) => new Opaque([Comparer]),
        [$"{Comparer}::Equals"] = static (run, method, arguments) =>
            AreEqual(run, method.Owner.Arguments[0], arguments[1], arguments[2]),
    };

    private static Value AreEqual(Interpreter run, ClosedType type, Value first, Value second)
    {
        if (first is Scalar a && second is Scalar b)
        {
            return new Scalar(run.Terms.Resize(run.Terms.Equal(a.Term, b.Term), 8, signed: false));
        }

        if (type.Kind == MetadataType.String)
        {
            return LibraryStrings.Calls["System.String::Equals"](run, null!, [first, second])!;
        }

        if (!type.IsValueType)
        {
            Term isNull = References.IsNull(run.Terms, first);
            if (run.Decide(isNull))
            {
                return new Scalar(run.Terms.Resize(References.IsNull(run.Terms, second), 8, signed: false));
            }

            first = run.Resolve(first);
        }

        ClosedType known = first is HeapObject { Type: var actual } ? actual : type;
        ClosedMethod equals = FindEquals(run, known, type);
        return run.Invoke(equals, [type.IsValueType ? new Reference(run.NewLocalCell(first)) : first, second])!;
    }

    // IEquatable<T>.Equals(T), as the compiler writes it for records; without one it would be object.Equals.
    private static ClosedMethod FindEquals(Interpreter run, ClosedType known, ClosedType type)
    {
        MethodDefinition? found = known.Definition?.Methods.FirstOrDefault(method =>
            method is { Name: "Equals", IsStatic: false, Parameters.Count: 1 }
            && run.Layouts.Types.Of(known, method, []).Parameters[0] == type);
        return found is not null
            ? run.Layouts.Types.Of(known, found, [])
            : throw new UnsupportedCodeException($"equality of {type}, which it does not define");
    }
}
