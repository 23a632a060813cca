using System.Collections.Immutable;
using Verify.Abi;

namespace Verify.Properties.Reference;

/// <summary>
/// Which errors a kind of call has, and which that FreeBSD 4.0 documents it cannot have here: corpus/errors.txt.
/// </summary>
/// <param name="Kind">The kind's name in <see cref="CallKinds"/>.</param>
/// <param name="Errors">The errors that it has.</param>
/// <param name="Never">The names of those that it cannot have, each with the reason.</param>
public sealed record CallErrors(
    string Kind, ImmutableArray<Errno> Errors, ImmutableArray<(string Error, string Reason)> Never)
{
    private const string FileName = "errors.txt";
    private const string NeverWord = " never ";

    /// <summary>Reads the list of the corpus: every kind once, in the order of <see cref="CallKinds"/>.</summary>
    /// <exception cref="TraceFormatException">A line is malformed.</exception>
    public static IReadOnlyList<CallErrors> Load(string corpus) =>
        Read(File.ReadAllText(Path.Combine(corpus, FileName)), FileName);

    /// <summary>
    /// Reads a list: <c>bind: EBADF EINVAL</c>, or <c>bind never EFAULT: why</c>, and comments.
    /// </summary>
    /// <exception cref="TraceFormatException">A line is malformed.</exception>
    public static IReadOnlyList<CallErrors> Read(string text, string fileName)
    {
        Line[] lines = [.. ListLines.Of(text).Select(at => OfLine(at.Text, at.Number, fileName))];
        return
        [
            .. CallKinds.All.Select(kind => new CallErrors(
                kind,
                [.. lines.Where(line => line.Kind == kind && line.Reason is null).SelectMany(line => line.Errors)
                    .Select(Enum.Parse<Errno>)],
                [
                    .. lines.Where(line => line.Kind == kind && line.Reason is not null)
                        .SelectMany(line => line.Errors.Select(error => (error, line.Reason!))),
                ])),
        ];
    }

    /// <summary>The line of the list that says which errors the kind has.</summary>
    public static string Write(string kind, IEnumerable<Errno> errors) => $"{kind}: {string.Join(' ', errors)}";

    private static Line OfLine(string text, int number, string fileName)
    {
        int colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
        {
            throw Malformed(1, "a kind of call and a colon", text);
        }

        (string head, string tail) = (text[..colon], text[(colon + 2)..]);
        int never = head.IndexOf(NeverWord, StringComparison.Ordinal);
        string kind = never < 0 ? head : head[..never];
        if (!CallKinds.All.Contains(kind))
        {
            throw Malformed(1, $"a kind of call: {NearNames.Of(kind, CallKinds.All)}", kind);
        }

        string errors = never < 0 ? tail : head[(never + NeverWord.Length)..];
        return new Line(
            kind, [.. errors.Split(' ').Select(Checked)], never < 0 ? null : tail);

        // What a call never has need not be known to any other.
        string Checked(string name) =>
            (never < 0 ? Enum.IsDefined(typeof(Errno), name) : name.All(char.IsAsciiLetterUpper) && name[0] == 'E')
                ? name
                : throw Malformed(
                    text.LastIndexOf(name, StringComparison.Ordinal) + 1, "an error such as EBADF", name);

        TraceFormatException Malformed(int column, string expected, string found) =>
            new(fileName, number, column, expected, found);
    }

    private readonly record struct Line(string Kind, ImmutableArray<string> Errors, string? Reason);
}
