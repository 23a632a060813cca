using System.CommandLine;
using Verify.Model.Dialects;
using Verify.Model.Judging;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>judge FILE...</c>: prints each trace with what the model says of every outcome that it states. No kernel runs.
/// </summary>
internal sealed class JudgeCommand : Command
{
    private readonly TraceFiles _files;
    private readonly DialectOption _dialect;
    private readonly UnknownsOption _unknowns;
    private readonly Terminal _terminal;

    public JudgeCommand(CommandContext context)
        : base("judge", "Asks the model alone whether it allows the outcomes that traces state.")
    {
        _terminal = context.Terminal;
        _files = new TraceFiles(context);
        _dialect = new DialectOption(context);
        _unknowns = new UnknownsOption(context);
        Add(_files.Symbol);
        Add(_dialect.Symbol);
        Add(_unknowns.Symbol);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        Dialect dialect = _dialect.Of(arguments) ?? Dialect.FreeBsd40;
        Unknowns unknowns = _unknowns.Of(arguments);
        return _files.RunEach(arguments, file =>
        {
            JudgedTrace judged = JudgedTrace.Of(file.Trace, dialect, unknowns);
            _terminal.Line($"# {file.Name}");
            _terminal.Line(judged.Text());
            foreach (int step in judged.NotAllowed)
            {
                _terminal.Complain(file.Complaint(step, judged.Remark(step)));
            }

            return judged.IsClean;
        });
    }
}
