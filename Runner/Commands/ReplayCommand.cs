using System.Collections.Immutable;
using System.CommandLine;
using Verify.Model.Dialects;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>replay FILE...</c>: prints each trace with the results observed, and marks where the two sides differ. After a
/// broken file the others are replayed all the same.
/// </summary>
internal sealed class ReplayCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "a trace, a folder with traces, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly MutantOption _mutant;
    private readonly DialectOption _dialect;
    private readonly CommandContext _context;
    private ImmutableArray<string> _leftOut = [];

    public ReplayCommand(CommandContext context)
        : base("replay", "Runs traces on model and implementation, and marks where the two differ.")
    {
        _context = context;
        _mutant = new MutantOption(context);
        _dialect = new DialectOption(context);
        Add(_files);
        Add(_mutant.Symbol);
        Add(_dialect.Symbol);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        SystemFactory boot = _mutant.Of(arguments).Boot;
        Dialect dialect = _dialect.Of(arguments);
        int worst = ExitCode.Clean;
        _leftOut = [];
        foreach (string file in arguments.GetRequiredValue(_files))
        {
            worst = Math.Max(worst, RunAll(file, boot, dialect));
        }

        _context.Terminal.LeftOut(_leftOut);
        return worst;
    }

    private int RunAll(string name, SystemFactory boot, Dialect dialect)
    {
        try
        {
            return _context.Traces(name).Max(file => Run(file, boot, dialect));
        }
        catch (InputException error)
        {
            _context.Terminal.Complain(error.Message);
            return ExitCode.BadInput;
        }
    }

    private int Run(string file, SystemFactory boot, Dialect dialect)
    {
        try
        {
            Trace trace = TraceReader.Read(_context.ReadFile(file), file, out ImmutableArray<TextPlace> places);
            ReplayedTrace replay = ReplayedTrace.Of(trace, boot, new RuleCounts(), dialect: dialect);
            Print(file, replay, places);
            _leftOut = [.. _leftOut.Union(replay.LeftOut)];
            return replay.IsClean ? ExitCode.Clean : ExitCode.Found;
        }
        catch (Exception error) when (error is InputException or TraceFormatException)
        {
            _context.Terminal.Complain(error.Message);
            return ExitCode.BadInput;
        }
    }

    private void Print(string file, ReplayedTrace replay, ImmutableArray<TextPlace> places)
    {
        _context.Terminal.Line($"# {file}");
        _context.Terminal.Line(replay.Text());
        if (replay.Misstated is >= 0 and int wrong)
        {
            (Call call, Statement? stated) = replay.Source.Steps[wrong];
            string seen = TraceWriter.Result(call, replay.Observed[wrong]!.Value);
            string claim = TraceWriter.Result(call, stated!);
            Complain(places[wrong], $"the trace states {claim}, the implementation returned {seen}");
        }

        if (replay.Fault is { } fault)
        {
            TextPlace place = replay.Observed.Length > 0 ? places[replay.Observed.Length - 1] : new TextPlace(1, 1);
            Complain(place, $"{fault.Kind}: {fault.Message}");
        }

        void Complain(TextPlace place, string what) =>
            _context.Terminal.Complain($"{file}:{place.Line}:{place.Column}: {what}");
    }
}
