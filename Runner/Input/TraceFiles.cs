using System.Collections.Immutable;
using System.CommandLine;
using Verify.Runner.Output;

namespace Verify.Runner.Input;

/// <summary><c>FILE...</c>: traces, folders with traces, or standard input.</summary>
internal sealed class TraceFiles(CommandContext context)
{
    public Argument<string[]> Symbol { get; } = new("FILE")
    {
        Description = "a trace, a folder with traces, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>Reads each trace and runs a command on it; after a broken file it goes on with the others.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="isClean">Runs the command on one trace; false if it found something.</param>
    /// <returns>The exit code.</returns>
    public int RunEach(ParseResult arguments, Func<TraceFile, bool> isClean)
    {
        int worst = ExitCode.Clean;
        foreach (string name in arguments.GetRequiredValue(Symbol))
        {
            worst = Math.Max(worst, Guarded(() => context.Traces(name).Max(file => Guarded(() => Run(file, isClean)))));
        }

        return worst;
    }

    private int Run(string name, Func<TraceFile, bool> isClean)
    {
        Trace trace = TraceReader.Read(context.ReadFile(name), name, out ImmutableArray<TextPlace> places);
        return isClean(new TraceFile(name, trace, places)) ? ExitCode.Clean : ExitCode.Found;
    }

    private int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (error is InputException or TraceFormatException)
        {
            context.Terminal.Complain(error.Message);
            return ExitCode.BadInput;
        }
    }
}

/// <summary>A trace that was read from a file.</summary>
/// <param name="Name">The file's name as it was typed.</param>
/// <param name="Trace">Its content.</param>
/// <param name="Places">Where the result of each step is, or would be.</param>
internal sealed record TraceFile(string Name, Trace Trace, ImmutableArray<TextPlace> Places)
{
    /// <summary>A complaint about a step, with its place, for editors.</summary>
    /// <param name="step">The step's index; -1 for the whole file.</param>
    /// <param name="what">What is wrong.</param>
    public string Complaint(int step, string what)
    {
        TextPlace place = step < 0 ? new TextPlace(1, 1) : Places[step];
        return $"{Name}:{place.Line}:{place.Column}: {what}";
    }
}
