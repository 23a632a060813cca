using Mono.Cecil;
using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Default comparers, which records use, and which the runtime makes by reflection.</summary>
internal static class LibraryComparers
{
    private const string Generic = "System.Collections.Generic";
    private const string Comparer = $"{Generic}.EqualityComparer`1";

    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        [$"{Comparer}<T> {Comparer}::get_Default()"] = static (_, method, _) => new Opaque($"{method}"),
        [$"System.Boolean {Comparer}::Equals(T,T)"] = static (run, method, arguments) =>
            AreEqual(run, method, arguments),
    };

    // The comparer is a default one: others are known objects.
    private static Value? AreEqual(SymbolicRun run, ClosedMethod method, Value[] arguments)
    {
        ClosedType type = method.Owner.Arguments[0];
        if (run.Layouts.Of(type) is ScalarLayout && arguments is [_, Scalar first, Scalar second])
        {
            return new Scalar(run.Terms.Resize(run.Terms.Equal(first.Term, second.Term), 8, signed: false));
        }

        return run.Invoke(run.Layouts.Dispatch.Find(ComparerOf(run, type), method), arguments);
    }

    // Makes the choice of System.Collections.Generic.ComparerHelpers; the class's own code then compares.
    private static ClosedType ComparerOf(SymbolicRun run, ClosedType type)
    {
        ClosedTypes types = run.Layouts.Types;
        return type.Kind == MetadataType.String ? types.OfLibrary($"{Generic}.StringEqualityComparer")
            : !type.IsArray && Dispatch.IsA(type, types.OfLibrary("System.IEquatable`1", type))
                ? types.OfLibrary($"{Generic}.GenericEqualityComparer`1", type)
            : ObjectOperations.IsNullable(type)
                ? types.OfLibrary($"{Generic}.NullableEqualityComparer`1", type.Arguments[0])
            : types.OfLibrary($"{Generic}.ObjectEqualityComparer`1", type);
    }
}
