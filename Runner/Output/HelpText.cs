using System.CommandLine;
using System.Text;

namespace Verify.Runner.Output;

/// <summary>A command's help page, 80 columns wide. What may be left out stands in brackets.</summary>
internal static class HelpText
{
    private const string Program = "./verify";
    private const string Indent = "  ";

    /// <summary>The page of a command, or of the program if the command is the root.</summary>
    public static string Of(Command command)
    {
        Option[] options =
        [
            .. command.Options,
            .. command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive),
        ];
        var page = new StringBuilder();
        page.Append(WordWrap.Wrap(command.Description ?? "", "", "")).Append("\n\n");
        page.Append($"Usage: {Program}");
        bool isRoot = command is RootCommand;
        page.Append(isRoot ? " COMMAND" : $" {Usage(command)}");
        page.Append(options.Length > 0 ? " [OPTIONS]\n" : "\n");
        AppendRows(page, "Arguments", command.Arguments.Select(argument => (Form(argument), argument.Description)));
        AppendRows(page, "Options", options.Select(option => (Form(option), option.Description)));
        AppendRows(page, "Commands", command.Subcommands.Select(child => (Usage(child), child.Description)));
        if (isRoot)
        {
            page.Append($"\n{Program} COMMAND --help describes the options of a command.\n");
        }

        return page.ToString();
    }

    private static string Usage(Command command) =>
        string.Join(' ', command.Arguments.Select(Form).Prepend(command.Name));

    private static string Form(Argument argument)
    {
        string form = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{form}]" : form;
    }

    private static string Form(Option option)
    {
        IEnumerable<string> names = option.Aliases.OrderBy(alias => alias.Length).Append(option.Name);
        string value = option.Arity.MaximumNumberOfValues > 0 && option.ValueType != typeof(bool)
            ? $" {option.HelpName}"
            : "";
        return string.Join(", ", names) + value;
    }

    private static void AppendRows(StringBuilder page, string head, IEnumerable<(string Form, string? Text)> rows)
    {
        (string Form, string? Text)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        page.Append($"\n{head}:\n");
        int width = Indent.Length + all.Max(row => row.Form.Length) + Indent.Length;
        foreach ((string form, string? text) in all)
        {
            page.Append(WordWrap.Wrap(text ?? "", $"{Indent}{form}".PadRight(width), new string(' ', width)));
            page.Append('\n');
        }
    }
}
