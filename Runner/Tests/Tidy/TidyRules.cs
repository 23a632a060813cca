using System.Text.RegularExpressions;

namespace Verify.Runner.Tests.Tidy;

/// <summary>What every text keeps to: each rule takes a file's path and text, and returns what breaks it.</summary>
internal static partial class TidyRules
{
    /// <summary>Columns a line has at most.</summary>
    public const int Columns = 120;

    /// <summary>Lines a C# file has at most: beyond that it has more than one reason to exist.</summary>
    public const int Lines = 240;

    /// <summary>Lines that are too long. Rows of a table cannot be wrapped.</summary>
    public static IEnumerable<string> LongLines(string path, string text) =>
        Numbered(text)
            .Where(line => line.Text.Length > Columns && !line.Text.StartsWith('|'))
            .Select(line => $"{path}:{line.Number}: {line.Text.Length} columns");

    /// <summary>A file that is too long. An enum cannot be split.</summary>
    public static IEnumerable<string> LongFiles(string path, string text) =>
        path != "Abi/Privilege.cs" && Numbered(text).Count() is > Lines and var lines ? [$"{path}: {lines} lines"] : [];

    /// <summary>Words that a reader stumbles over.</summary>
    public static IEnumerable<string> RefusedWordsIn(string path, string text) =>
        from line in Numbered(text)
        from word in RefusedWord.All
        where word.IsIn(line.Text)
        select $"{path}:{line.Number}: {word.Instead}: {line.Text.Trim()}";

    /// <summary>Modes of files in hexadecimal: people read them in octal.</summary>
    public static IEnumerable<string> HexadecimalModes(string path, string text) =>
        from line in Numbered(text)
        where HexadecimalMode().IsMatch(line.Text)
        select $"{path}:{line.Number}: a mode is written in octal: {line.Text.Trim()}";

    /// <summary>A C# file whose namespace is not its folder's.</summary>
    public static IEnumerable<string> ForeignNamespaces(string path, string text) =>
        from match in Namespace().Matches(text)
        let declared = match.Groups["name"].Value
        let expected = "Verify." + Path.GetDirectoryName(path)!.Replace('/', '.')
        where declared != expected
        select $"{path}: namespace {declared}, not {expected}";

    private static IEnumerable<(int Number, string Text)> Numbered(string text) =>
        text.TrimEnd('\n').Split('\n').Select((line, index) => (index + 1, line));

    /// <summary>Three hexadecimal digits, beside a name or comment that speaks of modes or permissions.</summary>
    [GeneratedRegex(
        @"(?:mode|permission|everybody|readall).*\b0x[0-9a-f]{3}\b|\b0x[0-9a-f]{3}\b.*// 0[0-7]{3}",
        RegexOptions.IgnoreCase)]
    private static partial Regex HexadecimalMode();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
