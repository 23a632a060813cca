using Verify.Implementation;
using Verify.Properties;
using Verify.Runner.Output;

namespace Verify.Runner.Input;

/// <summary>The surroundings of a command.</summary>
/// <param name="Terminal">Where it prints.</param>
/// <param name="Repository">The working copy that it checks.</param>
/// <param name="Directory">The folder that file names on the command line are relative to.</param>
/// <param name="Interrupt">Cancelled by Ctrl-C.</param>
internal sealed record CommandContext(
    Terminal Terminal, Repository Repository, string Directory, CancellationToken Interrupt)
{
    /// <summary>The file name that means standard input.</summary>
    public const string StandardInput = "-";

    private const string TraceFiles = "*.trace";

    /// <summary>The folder of reports, and of results that save the next run work.</summary>
    public string Artifacts { get; init; } = Path.Combine(Repository.Root, "artifacts");

    /// <summary>Boots the system that commands test unless they are given a mutant.</summary>
    public SystemFactory Boot { get; init; } = world => new Machine(world);

    /// <summary>What <see cref="StandardInput"/> reads.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    /// <summary>
    /// The traces of a folder, not of the folders in it, in the order of their names; a file as it is.
    /// </summary>
    /// <exception cref="InputException">The folder has no trace.</exception>
    public IReadOnlyList<string> Traces(string name)
    {
        string folder = Path.Combine(Directory, name);
        if (name == StandardInput || !System.IO.Directory.Exists(folder))
        {
            return [name];
        }

        string[] files =
        [
            .. System.IO.Directory.GetFiles(folder, TraceFiles)
                .Select(file => Path.Combine(name, Path.GetFileName(file)))
                .Order(StringComparer.Ordinal),
        ];
        return files.Length > 0 ? files : throw new InputException($"{name}: no file {TraceFiles} in this folder");
    }

    /// <summary>Reads a file that was named on the command line.</summary>
    /// <exception cref="InputException">It cannot be read; the message has one line.</exception>
    public string ReadFile(string name)
    {
        if (name == StandardInput)
        {
            return Input.ReadToEnd();
        }

        try
        {
            return File.ReadAllText(Path.Combine(Directory, name));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{name}: {Reason(error, name)}", error);
        }
    }

    /// <summary>The exit code of a command that has done its work; reports an interruption.</summary>
    /// <param name="hasFound">True if it found something wrong.</param>
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

    private string Reason(Exception error, string name) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => $"no such file{Hint(name)}",
        UnauthorizedAccessException => "not a readable file",
        _ => error.Message,
    };

    private string Hint(string name)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Directory, name))!;
        IReadOnlyList<string> near = System.IO.Directory.Exists(folder)
            ? NearNames.Near(
                Path.GetFileName(name), System.IO.Directory.GetFiles(folder).Select(file => Path.GetFileName(file)))
            : [];
        return near.Count > 0 ? $"; did you mean {string.Join(" or ", near.Order(StringComparer.Ordinal))}?" : "";
    }
}
