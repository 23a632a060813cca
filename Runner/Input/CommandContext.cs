using Verify.Properties;
using Verify.Runner.Output;

namespace Verify.Runner.Input;

/// <summary>What a command works with.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="Repository">The working copy that is checked.</param>
/// <param name="Directory">What file names on the command line are relative to.</param>
/// <param name="Interrupt">Cancelled by Ctrl-C.</param>
internal sealed record CommandContext(
    Terminal Terminal, Repository Repository, string Directory, CancellationToken Interrupt)
{
    /// <summary>Where reports go, and what saves the next run work.</summary>
    public string Artifacts { get; init; } = Path.Combine(Repository.Root, "artifacts");

    /// <summary>Reads a file that was named on the command line.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    public string ReadFile(string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(Directory, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name}: {Reason(error)}", error);
        }
    }

    /// <summary>The exit code of a command that has done its work, which it says where Ctrl-C stopped it.</summary>
    /// <param name="hasFound">True where something is wrong with what was looked at.</param>
    public int Finish(bool hasFound)
    {
        bool isStopped = Interrupt.IsCancellationRequested;
        if (isStopped)
        {
            Terminal.Line("Stopped before the end.");
        }

        return hasFound ? ExitCode.Found
            : isStopped ? ExitCode.Interrupted
            : ExitCode.Clean;
    }

    private static string Reason(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => "no such file",
        UnauthorizedAccessException => "not a file that may be read",
        _ => error.Message,
    };
}
