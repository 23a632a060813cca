using System.CommandLine;
using Verify.Abi;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary><c>shrink FILE</c>: prints the shortest trace with the same fault, as trace text.</summary>
internal sealed class ShrinkCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "a trace that fails" };
    private readonly MutantOption _subject = new();
    private readonly CommandContext _context;

    public ShrinkCommand(CommandContext context)
        : base("shrink", "Minimises a failing trace and prints it.")
    {
        _context = context;
        Add(_file);
        Add(_subject);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        string file = arguments.GetRequiredValue(_file);
        SystemFactory boot = _subject.Of(arguments, _context.Repository).Boot;
        Trace trace = TraceReader.Read(_context.ReadFile(file), file);
        if (ReplayedTrace.Of(trace, boot, new RuleCounts()).Fault is not { } fault)
        {
            throw new InputException($"{file}: nothing to shrink: the two sides agree and every goal holds");
        }

        if (fault.Kind == FindingKind.Hang)
        {
            throw new InputException($"{file}: a call that does not end cannot be shrunk: every try would wait for it");
        }

        Trace shrunk = Shrinker.Minimise(fault, boot, _context.Interrupt).Trace;
        _context.Terminal.Line($"# {file}, {trace.Steps.Length} calls shrunk to {shrunk.Steps.Length}");
        _context.Terminal.Line(ReplayedTrace.Of(shrunk, boot, new RuleCounts()).Text());
        return ExitCode.Found;
    }
}
