using Verify.Proofs.Symbolic.Values;

namespace Verify.Proofs.Symbolic.Calls;

/// <summary>Strings, which are known wherever they occur.</summary>
internal static class LibraryStrings
{
    public static Dictionary<string, LibraryCall> Calls { get; } = new()
    {
        ["System.String::get_Length"] = static (run, _, arguments) =>
            Number(run, TextOf(run, arguments[0]).Length, 32),
        ["System.String::get_Chars"] = static (run, _, arguments) => CharacterAt(run, arguments),
        ["System.String::op_Equality"] = static (run, _, arguments) => AreEqual(run, arguments),
        ["System.String::Equals"] = static (run, _, arguments) => AreEqual(run, arguments),
        ["System.String::StartsWith"] = static (run, _, arguments) => StartsWith(run, arguments),
    };

    private static Scalar Number(Interpreter run, int value, int width) =>
        new(run.Terms.Constant((ulong)value, width));

    private static string TextOf(Interpreter run, Value value) => run.ResolveObject(value) is Text text
        ? text.Characters
        : throw new UnsupportedCodeException($"{value} as a string");

    private static Scalar CharacterAt(Interpreter run, Value[] arguments)
    {
        var text = TextOf(run, arguments[0]);
        return Number(run, text[LibraryArrays.IndexWithin(run, ((Scalar)arguments[1]).Term, text.Length)], 16);
    }

    private static Scalar AreEqual(Interpreter run, Value[] arguments) => arguments.Length == 2
        ? Number(
            run, (run.Resolve(arguments[0]) as Text)?.Characters == (run.Resolve(arguments[1]) as Text)?.Characters
                ? 1 : 0, 8)
        : throw new UnsupportedCodeException("a comparison of strings by culture");

    private static Scalar StartsWith(Interpreter run, Value[] arguments) =>
        arguments is [_, _, Scalar { Term: { IsConstant: true, Value: (ulong)StringComparison.Ordinal } }]
            ? Number(run, TextOf(run, arguments[0]).StartsWith(
                TextOf(run, arguments[1]), StringComparison.Ordinal) ? 1 : 0, 8)
            : throw new UnsupportedCodeException("a comparison of strings by culture");
}
