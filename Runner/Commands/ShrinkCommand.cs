using System.CommandLine;
using Verify.Properties;
using Verify.Properties.Checking;
using Verify.Properties.Shrinking;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary><c>shrink FILE</c>: prints the shortest trace with the same fault.</summary>
internal sealed class ShrinkCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "a failing trace, or - for standard input" };
    private readonly MutantOption _mutant;
    private readonly DialectOption _dialect;
    private readonly CommandContext _context;

    public ShrinkCommand(CommandContext context)
        : base("shrink", "Prints the shortest trace that fails in the same way.")
    {
        _context = context;
        _mutant = new MutantOption(context);
        _dialect = new DialectOption(context);
        Add(_file);
        Add(_mutant.Symbol);
        Add(_dialect.Symbol);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        string file = arguments.GetRequiredValue(_file);
        SystemFactory boot = _dialect.Of(arguments, _mutant.Of(arguments)).Boot;
        Trace trace = TraceReader.Read(_context.ReadFile(file), file);
        if (ReplayedTrace.Of(trace, boot, new RuleCounts()).Fault is not { } fault)
        {
            throw new InputException($"{file}: nothing to shrink, since the two sides agree and every goal holds");
        }

        if (fault.Kind == FindingKind.Hang)
        {
            throw new InputException($"{file}: a call that hangs cannot be shrunk, since every attempt would hang too");
        }

        Trace shrunk = Shrinker.Minimise(fault, boot, _context.Interrupt).Trace;
        _context.Terminal.Line($"# {file}, {trace.Steps.Length} calls shrunk to {shrunk.Steps.Length}");
        _context.Terminal.Line(ReplayedTrace.Of(shrunk, boot, new RuleCounts()).Text());
        return ExitCode.Found;
    }
}
