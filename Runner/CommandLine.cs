using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Verify.Properties.Mutants;
using Verify.Runner.Commands;
using Verify.Runner.Input;
using Verify.Runner.Output;

namespace Verify.Runner;

/// <summary>The commands. A wrong command line is one line on standard error, and an exit code.</summary>
internal static class CommandLine
{
    private const string MoreHelp = "(./verify --help shows what there is)";

    /// <summary>Runs one command.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandContext context)
    {
        try
        {
            ParseResult parsed = Root(context).Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                throw new InputException($"{Mistakes(parsed)[0]} {MoreHelp}");
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = context.Terminal.Output,
            });
        }
        catch (OperationCanceledException) when (context.Interrupt.IsCancellationRequested)
        {
            context.Terminal.Complain("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (IsForTheUser(error))
        {
            context.Terminal.Complain(error.Message);
            return ExitCode.BadInput;
        }
    }

    /// <summary>All commands, with completion by the <c>[suggest:POSITION]</c> directive.</summary>
    public static RootCommand Root(CommandContext context)
    {
        var root = new RootCommand("Checks a reference kernel against an executable model of FreeBSD 4.0.")
        {
            new CheckCommand(context),
            new ReplayCommand(context),
            new JudgeCommand(context),
            new ShrinkCommand(context),
            new ProveCommand(context),
            new MutantsCommand(context),
            new ListCommand(context),
            new CoverageCommand(context),
            new RequirementsCommand(context),
            new PrivilegesCommand(context),
            new CompletionCommand(context.Terminal),
        };
        root.Options.Clear();
        root.Add(new HelpOption("--help", "-h") { Description = "print this help", Action = new PrintHelp() });
        root.Add(new VersionOption { Description = "print the version", Action = new PrintVersion() });
        return root;
    }

    /// <summary>What is wrong with a command line, a line each, what was typed wrong first.</summary>
    public static IReadOnlyList<string> Mistakes(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> options = command.Options.Concat(parsed.RootCommandResult.Command.Options)
            .Select(option => option.Name);
        if (parsed.UnmatchedTokens is not [string unknown, ..])
        {
            return command is RootCommand && parsed.Errors.Count > 0
                ? [$"expected a command: {string.Join(", ", command.Subcommands.Select(child => child.Name))}"]
                : [.. parsed.Errors.Select(error => error.Message)];
        }

        return
        [
            unknown.StartsWith('-') ? $"{unknown}: expected an option: {NearNames.Of(unknown, options)}"
                : command is RootCommand
                ? $"{unknown}: expected a command: {NearNames.Of(unknown, command.Subcommands.Select(c => c.Name))}"
                : $"{unknown}: {command.Name} takes no further argument",
        ];
    }

    private static bool IsForTheUser(Exception error) => error
        is InputException
        or TraceFormatException
        or MutantException
        or IOException
        or UnauthorizedAccessException;

    private sealed class PrintHelp : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.Write(HelpText.Of(parseResult.CommandResult.Command));
            return ExitCode.Clean;
        }
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            Version version = typeof(CommandLine).Assembly.GetName().Version!;
            parseResult.InvocationConfiguration.Output.WriteLine($"verify {version.ToString(fieldCount: 3)}");
            return ExitCode.Clean;
        }
    }
}
