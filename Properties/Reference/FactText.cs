namespace Verify.Properties.Reference;

/// <summary>
/// The text of a fact's file: comment lines with the description, one with the sources, one with the id of a deviation,
/// if any, and then the trace.
/// </summary>
public static class FactText
{
    private const string Comment = "# ";
    private const string Source = "# source: ";
    private const string Differs = "# differs: ";

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="TraceFormatException">The header or the trace is malformed.</exception>
    public static Fact Read(string text, string fileName)
    {
        string[] lines = text.Split('\n');
        int end = Array.FindIndex(lines, line => line.StartsWith(Source, StringComparison.Ordinal));
        if (end < 1 || !lines.Take(end).All(line => line.StartsWith(Comment, StringComparison.Ordinal)))
        {
            throw new TraceFormatException(
                fileName, 1, 1, $"a description in comments, then \"{Source}\"", "something else");
        }

        string[] sources = lines[end][Source.Length..].Split(", ");
        if (Array.Find(sources, source => !IsPlace(source)) is { } other)
        {
            throw new TraceFormatException(
                fileName, end + 1, Source.Length + 1, "places such as \"kern/kern_prot.c:setuid\"", $"\"{other}\"");
        }

        string after = lines[end + 1];
        return new Fact(
            Path.GetFileNameWithoutExtension(fileName),
            string.Join(' ', lines.Take(end).Select(line => line[Comment.Length..])),
            [.. sources],
            after.StartsWith(Differs, StringComparison.Ordinal) ? after[Differs.Length..] : null,
            TraceReader.Read(text, fileName));
    }

    /// <summary>Reads every fact of a folder, ordered by name.</summary>
    /// <exception cref="TraceFormatException">A file is malformed.</exception>
    public static IReadOnlyList<Fact> Load(string directory) =>
    [
        .. Directory.GetFiles(directory, "*" + Repository.TraceExtension)
            .Order(StringComparer.Ordinal)
            .Select(file => Read(File.ReadAllText(file), Path.GetFileName(file))),
    ];

    private static bool IsPlace(string source) => source.Split(':') is [[_, ..] file, [_, ..]] && file.Contains('/');
}
