using System.Collections.Immutable;
using System.CommandLine;
using Verify.Abi;
using Verify.Model.Dialects;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>replay FILE...</c>: prints each trace with the results observed, and marks where the two sides differ. A broken
/// file does not keep the others from being replayed.
/// </summary>
internal sealed class ReplayCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = "traces",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly MutantOption _subject = new();
    private readonly DialectOption _dialect = new();
    private readonly CommandContext _context;

    public ReplayCommand(CommandContext context)
        : base("replay", "Runs traces against model and implementation and shows where they differ.")
    {
        _context = context;
        Add(_files);
        Add(_subject);
        Add(_dialect);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        SystemFactory boot = _subject.Of(arguments, _context.Repository).Boot;
        Dialect dialect = _dialect.Of(arguments);
        int worst = ExitCode.Clean;
        foreach (string file in arguments.GetRequiredValue(_files))
        {
            worst = Math.Max(worst, Run(file, boot, dialect));
        }

        return worst;
    }

    private int Run(string file, SystemFactory boot, Dialect dialect)
    {
        try
        {
            Trace trace = TraceReader.Read(_context.ReadFile(file), file, out ImmutableArray<TextPlace> places);
            ReplayedTrace replay = ReplayedTrace.Of(trace, boot, new RuleCounts(), dialect: dialect);
            Print(file, replay, places);
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
            (Call call, Outcome? stated) = replay.Source.Steps[wrong];
            string seen = TraceWriter.Result(call, replay.Observed[wrong]!.Value);
            string claim = TraceWriter.Result(call, stated!.Value);
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
