using Verify.Proofs.CompiledCode;
using Verify.Proofs.Symbolic.Execution;
using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Strings, which are always known.</summary>
internal static class LibraryStrings
{
    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.Int32 System.String::get_Length()"] = static (run, _, arguments) =>
            Number(run, TextOf(run, arguments[0]).Length, 32),
        ["System.Char System.String::get_Chars(System.Int32)"] = static (run, _, arguments) =>
            CharacterAt(run, arguments),
        ["System.Boolean System.String::op_Equality(System.String,System.String)"] = static (run, _, arguments) =>
            AreEqual(run, arguments),
        ["System.Boolean System.String::Equals(System.String,System.String)"] = static (run, _, arguments) =>
            AreEqual(run, arguments),
        ["System.Boolean System.String::Equals(System.String)"] = static (run, _, arguments) =>
            AreEqual(run, arguments),
        ["System.Boolean System.String::Equals(System.Object)"] = static (run, _, arguments) =>
            AreEqual(run, arguments),
        ["System.Boolean System.String::StartsWith(System.String,System.StringComparison)"] =
            static (run, _, arguments) => StartsWith(run, arguments),
        ["System.Char& System.String::GetRawStringData()"] = static (run, _, arguments) =>
            Characters(run, TextOf(run, arguments[0])),
    };

    private static Scalar Number(SymbolicRun run, int value, int width) =>
        new(run.Terms.Constant((ulong)value, width));

    private static string TextOf(SymbolicRun run, Value value) => run.ResolveObject(value) is Text text
        ? text.Characters
        : throw new UnsupportedCodeException($"{value} as a string");

    private static Scalar CharacterAt(SymbolicRun run, Value[] arguments)
    {
        var text = TextOf(run, arguments[0]);
        return Number(run, text[ArrayOperations.IndexWithin(run, ((Scalar)arguments[1]).Term, text.Length)], 16);
    }

    // They belong to no run, so no run may write to them.
    private static Reference Characters(SymbolicRun run, string text)
    {
        ClosedType character = run.Layouts.Types.OfLibrary(typeof(char).FullName!);
        return Reference.To(
            new ArrayObject(
                run.Layouts.Types.ArrayOf(character),
                [.. text.Select(letter => new Cell(Number(run, letter, 16), typeof(Text)))]),
            0);
    }

    private static Scalar AreEqual(SymbolicRun run, Value[] arguments) => Number(
        run,
        (run.Resolve(arguments[0]), run.Resolve(arguments[1])) switch
        {
            (Text first, Text second) => first.Characters == second.Characters ? 1 : 0,
            (Null, Null) => 1,
            (Text or Null, Text or Null or HeapObject or ArrayObject) => 0,
            (var first, var second) => throw new UnsupportedCodeException($"a comparison of {first} and {second}"),
        },
        8);

    private static Scalar StartsWith(SymbolicRun run, Value[] arguments)
    {
        if (arguments is not [_, _, Scalar { Term: { IsConstant: true, Value: (ulong)StringComparison.Ordinal } }])
        {
            throw new UnsupportedCodeException("a comparison of strings by culture");
        }

        return run.Resolve(arguments[1]) is Null
            ? throw run.Thrown(typeof(ArgumentNullException))
            : Number(
                run,
                TextOf(run, arguments[0]).StartsWith(TextOf(run, arguments[1]), StringComparison.Ordinal) ? 1 : 0,
                8);
    }
}
