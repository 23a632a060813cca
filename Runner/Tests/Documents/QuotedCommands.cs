using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Verify.Runner.Input;

namespace Verify.Runner.Tests.Documents;

/// <summary>
/// The <c>./verify</c> commands that a page quotes, in backticks or in an indented or fenced block. A word in capital
/// letters is a placeholder, and so are the file names that a page tells its reader to make up.
/// </summary>
internal static partial class QuotedCommands
{
    /// <summary>Stands for any name: the dots keep it from being an option's value by chance.</summary>
    private static readonly Dictionary<string, string[]> Placeholders = new()
    {
        ["NAME"] = ["mutants", "prove"],
        ["FILE"] = ["replay", "judge", "shrink"],
        ["FOLDER"] = ["prove"],
        ["N"] = ["check", "mutants"],
        ["SHELL"] = ["completion"],
        ["KIND"] = ["list"],
        ["TEXT"] = ["list"],
        ["Class.Method"] = ["prove"],
    };

    /// <summary>The commands that a page quotes, without <c>./verify</c>.</summary>
    public static IEnumerable<string> In(string page)
    {
        bool isFenced = false;
        foreach (string line in page.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isFenced = !isFenced;
                continue;
            }

            if (isFenced || line.StartsWith("    ", StringComparison.Ordinal))
            {
                if (InBlock().Match(line) is { Success: true } match)
                {
                    yield return match.Groups[1].Value.Trim();
                }
            }
            else
            {
                foreach (Match match in InBackticks().Matches(line))
                {
                    yield return match.Groups[1].Value.Trim();
                }
            }
        }
    }

    /// <summary>What is wrong with a command; null if it parses, and the names and files in it exist.</summary>
    public static string? Fault(string command, CommandContext context)
    {
        string text = Redirection().Replace(command, "");
        string[] words = [.. CommandLineParser.SplitCommandLine(text)];
        if (words.Any(word => Placeholders.ContainsKey(word.TrimEnd('.'))))
        {
            return FaultOfForm(words, context);
        }

        ParseResult parsed = CommandLine.Root(context).Parse(words);
        if (words.Length == 1 && parsed.UnmatchedTokens.Count == 0)
        {
            // A command that is only mentioned needs no arguments.
            return null;
        }

        if (parsed.Action is ParseErrorAction)
        {
            return $"{command}: {CommandLine.Mistakes(parsed)[0]}";
        }

        IEnumerable<string> files = parsed.CommandResult.Command.Name is "replay" or "judge" or "shrink"
            ? parsed.CommandResult.Command.Arguments.SelectMany(a => parsed.GetResult(a)!.Tokens).Select(t => t.Value)
            : [];
        string? missing = files.FirstOrDefault(file => file != CommandContext.StandardInput
            && !IsReaders(file) && !Path.Exists(Path.Combine(context.Repository.Root, file)));
        return missing is null ? null : $"{command}: there is no {missing}";
    }

    /// <summary>Of a command with placeholders the command itself and its options are checked.</summary>
    private static string? FaultOfForm(string[] words, CommandContext context)
    {
        Command? command = CommandLine.Root(context).Subcommands.FirstOrDefault(c => c.Name == words[0]);
        string[] options = [.. words.Where(word => word.StartsWith("--", StringComparison.Ordinal))];
        bool areKnown = command is not null && options.All(o => command.Options.Any(known => known.Name == o))
            && words.Where(word => Placeholders.ContainsKey(word.TrimEnd('.')))
                .All(word => Placeholders[word.TrimEnd('.')].Contains(words[0]));
        return areKnown ? null : $"{string.Join(' ', words)}: not a form of a command";
    }

    /// <summary>The reader makes up a file in the current folder; a check makes those in findings/.</summary>
    private static bool IsReaders(string file) =>
        !file.Contains('/') || file.StartsWith("findings/", StringComparison.Ordinal);

    [GeneratedRegex(@"(?:^|[\s(])\./verify\b([^#)]*)")]
    private static partial Regex InBlock();

    [GeneratedRegex(@"`\./verify\b([^`]*)`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@">\s*\S+")]
    private static partial Regex Redirection();
}
