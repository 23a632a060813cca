using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Verify.Abi;
using Verify.Abi.Text;
using Verify.Properties.Mutants;
using Verify.Runner.Commands;
using Verify.Runner.Input;
using Verify.Runner.Output;

namespace Verify.Runner;

/// <summary>The commands, and what becomes of wrong ones: one line on standard error and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    public static int Run(IReadOnlyList<string> arguments, CommandContext context)
    {
        try
        {
            Command root = Root(context);
            ParseResult parsed = root.Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                throw new InputException($"{Mistake(root, parsed)} (./verify --help shows what there is)");
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

    private static Command Root(CommandContext context) =>
        new("verify", "Holds a reference kernel against an executable model.")
        {
            new HelpOption(),
            new CheckCommand(context),
            new ReplayCommand(context),
            new ShrinkCommand(context),
            new ProveCommand(context),
            new MutantsCommand(context),
            new CoverageCommand(context),
            new RequirementsCommand(context),
            new PrivilegesCommand(context),
        };

    private static string Mistake(Command root, ParseResult parsed)
    {
        IEnumerable<string> commands = root.Subcommands.Select(command => command.Name);
        return parsed.CommandResult.Command == root && parsed.UnmatchedTokens is [string unknown, ..]
            ? $"{unknown}: expected a command: {NearNames.Of(unknown, commands)}"
            : parsed.Errors[0].Message;
    }

    private static bool IsForTheUser(Exception error) => error
        is InputException
        or TraceFormatException
        or MutantException
        or IOException
        or UnauthorizedAccessException;
}
