using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Verify.Abi;
using Verify.Properties.Mutants;

namespace Verify.Runner;

/// <summary>The commands, and what becomes of wrong ones: one line on standard error and an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    public static int Run(IReadOnlyList<string> arguments, Session session)
    {
        try
        {
            ParseResult parsed = Root(session).Parse(arguments);
            if (parsed.Action is ParseErrorAction)
            {
                throw new InputException($"{parsed.Errors[0].Message} (./verify --help shows what there is)");
            }

            return parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = session.Terminal.Output,
            });
        }
        catch (OperationCanceledException) when (session.Interrupt.IsCancellationRequested)
        {
            session.Terminal.Complain("stopped");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (IsForTheUser(error))
        {
            session.Terminal.Complain(error.Message);
            return ExitCode.BadInput;
        }
    }

    private static Command Root(Session session) => new("verify", "Holds a reference kernel against an executable model.")
    {
        new HelpOption(),
    };

    private static bool IsForTheUser(Exception error) => error
        is InputException
        or TraceFormatException
        or MutantException
        or IOException
        or UnauthorizedAccessException;
}
