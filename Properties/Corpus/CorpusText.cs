using System.Collections.Immutable;
using System.Text;
using Verify.Abi;

namespace Verify.Properties.Corpus;

/// <summary>
/// The text of a corpus file: comment lines with the description, one with the requirements, then the trace.
/// </summary>
public static class CorpusText
{
    private const string Comment = "# ";
    private const string RequirementsKey = "# requirements: ";

    /// <summary>Reads a file's text; <see cref="Write"/> is its inverse.</summary>
    /// <exception cref="TraceFormatException">The header or the trace is malformed.</exception>
    public static CorpusTrace Read(string text, string fileName)
    {
        string[] lines = text.Split('\n');
        int end = Array.FindIndex(lines, line => line.StartsWith(RequirementsKey, StringComparison.Ordinal));
        if (end < 1 || !lines.Take(end).All(line => line.StartsWith(Comment, StringComparison.Ordinal)))
        {
            throw new TraceFormatException(
                fileName, 1, 1, $"a description in comments, then \"{RequirementsKey}\"", "something else");
        }

        return new CorpusTrace(
            Path.GetFileNameWithoutExtension(fileName),
            string.Join(' ', lines.Take(end).Select(line => line[Comment.Length..])),
            [.. lines[end][RequirementsKey.Length..].Split(' ')],
            TraceReader.Read(text, fileName));
    }

    /// <summary>The text of a file for this trace.</summary>
    public static string Write(CorpusTrace trace) =>
        new StringBuilder()
            .Append(Comment).Append(trace.Description).Append('\n')
            .Append(RequirementsKey).AppendJoin(' ', trace.Requirements).Append('\n')
            .Append(TraceWriter.Write(trace.Trace))
            .ToString();
}
