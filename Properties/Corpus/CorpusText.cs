using System.Text;
using Verify.Properties.Checking;

namespace Verify.Properties.Corpus;

/// <summary>
/// The text of a corpus file: comment lines with the description, one with the requirements, one with the mutant that
/// the trace catches, if any, and then the trace.
/// </summary>
public static class CorpusText
{
    private const int MostColumns = 120;
    private const string Comment = "# ";
    private const string Requirements = "# requirements: ";
    private const string Catches = "# catches: ";

    /// <summary>Reads a file's text; <see cref="Write"/> is its inverse.</summary>
    /// <exception cref="TraceFormatException">The header or the trace is malformed.</exception>
    public static CorpusTrace Read(string text, string fileName)
    {
        string[] lines = text.Split('\n');
        int end = Array.FindIndex(lines, line => line.StartsWith(Requirements, StringComparison.Ordinal));
        if (end < 1 || !lines.Take(end).All(line => line.StartsWith(Comment, StringComparison.Ordinal)))
        {
            throw new TraceFormatException(
                fileName, 1, 1, $"a description in comments, then \"{Requirements}\"", "something else");
        }

        bool catches = lines[end + 1].StartsWith(Catches, StringComparison.Ordinal);
        return new CorpusTrace(
            Path.GetFileNameWithoutExtension(fileName),
            string.Join(' ', lines.Take(end).Select(line => line[Comment.Length..])),
            [.. lines[end][Requirements.Length..].Split(' ')],
            catches ? ReadMutant(lines[end + 1][Catches.Length..], fileName, end + 2) : null,
            TraceReader.Read(text, fileName));
    }

    /// <summary>The text of a file for this trace.</summary>
    public static string Write(CorpusTrace trace)
    {
        var text = new StringBuilder();
        AppendDescription(text, trace.Description);
        text.Append(Requirements).AppendJoin(' ', trace.Requirements).Append('\n');
        if (trace.Catches is { } caught)
        {
            text.Append(Catches).Append(caught.Mutant).Append(" as ").Append(caught.Kind).Append('\n');
        }

        return text.Append(TraceWriter.Write(trace.Trace)).ToString();
    }

    /// <summary>Comment lines of at most 120 columns.</summary>
    private static void AppendDescription(StringBuilder text, string description)
    {
        int column = 0;
        foreach (string word in description.Split(' '))
        {
            bool fits = column + word.Length < MostColumns;
            string separator = column == 0 ? Comment : fits ? " " : "\n" + Comment;
            column = (column == 0 || !fits ? Comment.Length : column + 1) + word.Length;
            text.Append(separator).Append(word);
        }

        text.Append('\n');
    }

    private static CaughtMutant ReadMutant(string text, string fileName, int line) =>
        text.Split(" as ") is [var mutant, var kind] && Enum.TryParse(kind, out FindingKind parsed)
            ? new CaughtMutant(mutant, parsed)
            : throw new TraceFormatException(
                fileName, line, Catches.Length + 1,
                "a mutant and a kind such as \"one-cursor as Goal\"", $"\"{text}\"");
}
