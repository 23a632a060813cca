using System.CommandLine;
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
    private readonly TraceFiles _files;
    private readonly MutantOption _mutant;
    private readonly DialectOption _dialect;
    private readonly Terminal _terminal;

    public ReplayCommand(CommandContext context)
        : base("replay", "Runs traces on model and implementation, and marks where the two differ.")
    {
        _terminal = context.Terminal;
        _files = new TraceFiles(context);
        _mutant = new MutantOption(context);
        _dialect = new DialectOption(context);
        Add(_files.Symbol);
        Add(_mutant.Symbol);
        Add(_dialect.Symbol);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        SystemFactory boot = _dialect.Of(arguments, _mutant.Of(arguments)).Boot;
        var leftOut = new List<string>();
        int exitCode = _files.RunEach(arguments, file =>
        {
            ReplayedTrace replay = ReplayedTrace.Of(file.Trace, boot, new RuleCounts());
            Print(file, replay);
            leftOut.AddRange(replay.LeftOut.Except(leftOut));
            return replay.IsClean;
        });
        _terminal.LeftOut(leftOut);
        return exitCode;
    }

    private void Print(TraceFile file, ReplayedTrace replay)
    {
        _terminal.Line($"# {file.Name}");
        _terminal.Line(replay.Text());
        if (replay.Misstated is >= 0 and int wrong)
        {
            (Call call, Statement? stated) = replay.Source.Steps[wrong];
            string seen = TraceWriter.Result(call, replay.Observed[wrong]!.Value);
            string claim = TraceWriter.Result(call, stated!);
            _terminal.Complain(
                file.Complaint(wrong, $"the trace states {claim}, the implementation returned {seen}"));
        }

        if (replay.Fault is { } fault)
        {
            _terminal.Complain(file.Complaint(replay.Observed.Length - 1, $"{fault.Kind}: {fault.Message}"));
        }
    }
}
