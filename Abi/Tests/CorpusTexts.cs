using System.Text;
using Verify.Testing;

namespace Verify.Abi.Tests;

/// <summary>The traces of the corpus, as texts.</summary>
internal static class CorpusTexts
{
    /// <summary>The paths of the files.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. RepositoryFiles.Paths.Where(path =>
            path.StartsWith("corpus/", StringComparison.Ordinal) && path.EndsWith(".trace", StringComparison.Ordinal)),
    ];

    /// <summary>
    /// The examples of docs/traces.md, which have every form: blocks of indented lines, and each line by itself.
    /// </summary>
    public static IReadOnlyList<string> Examples { get; } =
    [
        .. RepositoryFiles.Read("docs/traces.md").Split("\n\n").Where(IsIndented)
            .SelectMany(block => block.Split('\n').Prepend(block)),
    ];

    /// <summary>The lines of a trace without comments, and without empty lines.</summary>
    public static string WithoutComments(string text)
    {
        var plain = new StringBuilder();
        foreach (string line in text.Split('\n').Select(WithoutComment).Where(line => line.Length > 0))
        {
            plain.Append(line).Append('\n');
        }

        return plain.ToString();
    }

    private static bool IsIndented(string block) => block.StartsWith("    ", StringComparison.Ordinal);

    private static string WithoutComment(string line)
    {
        bool isQuoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            isQuoted ^= line[i] == '"' && !(isQuoted && line[i - 1] == '\\');
            if (line[i] == '#' && !isQuoted)
            {
                return line[..i].Trim();
            }
        }

        return line.Trim();
    }
}
