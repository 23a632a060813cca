using System.Collections.Immutable;
using System.CommandLine;
using Verify.Model.Verdicts;
using Verify.Properties.Campaigns;
using Verify.Properties.Generation.Context;
using Verify.Properties.Worlds;
using Verify.Runner.Catalogue;
using Verify.Runner.Checks;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>check</c>: runs every check, prints findings as they come, then one table of how much was checked.
/// </summary>
internal sealed class CheckCommand : Command
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(30);

    private readonly Option<TimeSpan?> _time =
        ValueOption.Time("--time", "how long to generate calls; 30s if --calls is not given either");

    private readonly Option<long?> _calls = ValueOption.Number("--calls", "how many calls to generate", 1);
    private readonly Option<long?> _seed = ValueOption.Number("--seed", "the generated calls' seed; 1 by default", 0);
    private readonly Option<long?> _threads =
        ValueOption.Number("--threads", "threads to use; by default one for each processor", 1, 256);

    private readonly Option<string?> _known = new("--known")
    {
        Description = "a file with headlines of findings that are only counted, one a line",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _worlds;
    private readonly Option<string?> _theme;
    private readonly Option<string[]> _proofs;
    private readonly Option<string[]> _requirements;
    private readonly MutantOption _mutant;
    private readonly DialectOption _dialect;
    private readonly CommandContext _context;

    public CheckCommand(CommandContext context)
        : base(
            "check",
            "Generates calls, explores the small worlds, replays the corpus and the facts, and runs the proofs."
            + " With --world, --theme, --proof or --requirement it runs only what they name.")
    {
        _context = context;
        _worlds = NamedSymbols.Option("--world", "only this small world", ItemKind.Worlds, context.Repository);
        _theme = NamedSymbols.Single(
            "--theme", "only generated calls of this theme", ItemKind.Themes, context.Repository);
        _proofs = NamedSymbols.Option("--proof", "only this proof or class", ItemKind.Proofs, context.Repository);
        _requirements = NamedSymbols.Option(
            "--requirement", "only what is about this requirement", ItemKind.Requirements, context.Repository);
        _mutant = new MutantOption(context);
        _dialect = new DialectOption(context);
        Add(_time);
        Add(_calls);
        Add(_seed);
        Add(_threads);
        Add(_known);
        Add(_worlds);
        Add(_theme);
        Add(_proofs);
        Add(_requirements);
        Add(_mutant.Symbol);
        Add(_dialect.Symbol);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        var filter = new CheckFilter(
            arguments.GetValue(_worlds) ?? [],
            arguments.GetValue(_theme) is { } theme ? Enum.Parse<Theme>(theme, ignoreCase: true) : null,
            arguments.GetValue(_proofs) ?? [],
            arguments.GetValue(_requirements) ?? []);
        CampaignOptions options = CampaignOf(arguments, filter);
        SystemUnderTest system = _dialect.Of(arguments, _mutant.Of(arguments));
        var findings = new FindingsFolder(_context.Directory, system.Mutant);
        var plan = new CheckPlan(_context, system, findings, options, filter);
        var report = new CheckReport(
            findings, system.Option, finding => _context.Terminal.Line($"{finding}"), options.Known);
        foreach (ICheck check in plan.Checks.TakeWhile(_ => !_context.Interrupt.IsCancellationRequested))
        {
            _context.Terminal.Watch(check.Title, news => check.Run(report, news, _context.Interrupt));
        }

        Print(report, plan, options.Seed);
        return _context.Finish(report.Findings.Count > 0);
    }

    private CampaignOptions CampaignOf(ParseResult arguments, CheckFilter filter)
    {
        long? calls = arguments.GetValue(_calls);
        TimeSpan? time = arguments.GetValue(_time);
        if (!filter.HasCampaign && (calls is not null || time is not null))
        {
            throw new InputException(
                $"{(calls is null ? "--time" : "--calls")}: no calls are generated with these filters; add --theme");
        }

        return new CampaignOptions
        {
            Seed = (ulong)(arguments.GetValue(_seed) ?? 1),
            Calls = calls,
            Time = time ?? (calls is null ? DefaultTime : null),
            Threads = (int)(arguments.GetValue(_threads) ?? Environment.ProcessorCount),
            Known = arguments.GetValue(_known) is { } file ? Headlines(_context.ReadFile(file)) : [],
        };
    }

    /// <summary>The lines of a file, without comments and empty ones.</summary>
    private static ImmutableHashSet<string> Headlines(string text) =>
    [
        .. text.Split('\n').Select(line => line.Trim()).Where(line => line is not ("" or ['#', ..])),
    ];

    private void Print(CheckReport report, CheckPlan plan, ulong seed)
    {
        Terminal terminal = _context.Terminal;
        double seconds = report.Elapsed.TotalSeconds;
        terminal.Table(
            head: [],
            [
                ["earlier findings", $"{report.EarlierFindings:n0}"],
                ["calls", $"{report.Calls:n0}"],
                ["calls/s", seconds > 0 ? $"{report.Calls / seconds:n0}" : "-"],
                ["small worlds", $"{report.Worlds.Count:n0}"],
                ["their depth in calls", Depth(report.Worlds)],
                ["states", $"{report.States:n0}"],
                ["pairs of runs", $"{report.Pairs:n0}"],
                ["traces replayed", $"{report.Traces:n0}"],
                ["facts of FreeBSD 4.0", $"{report.Facts:n0}"],
                ["rules covered", $"{report.Rules.RulesCovered} of {RuleCatalogue.All.Count}"],
                ["proofs", $"{report.Proved} of {plan.Proofs}"],
                ["proofs from the cache", $"{report.Cached}"],
                ["findings", $"{report.Findings.Count}"],
            ],
            right: 1);

        foreach (string note in report.Notes)
        {
            terminal.Line(note);
        }

        if (plan.LeftOut is { } leftOut)
        {
            terminal.Line(WordWrap.Wrap(leftOut, "", "  "));
        }

        if (report.Known.Total > 0)
        {
            terminal.Line($"known findings met: {report.Known}");
        }

        if (report.EndedAsleep > 0)
        {
            terminal.LeftOut([$"leak check after {report.EndedAsleep:n0} runs and states, process 1 sleeps"]);
        }

        terminal.LeftOut(report.LeftOut);
        foreach (ReportedFinding finding in report.Findings)
        {
            terminal.Line(finding.Next ?? "not saved, see above");
        }

        if (report.Findings.Count == 0 && !_context.Interrupt.IsCancellationRequested)
        {
            terminal.Line(plan.LeftOut is null && report.LeftOut.Count == 0
                ? $"Nothing found. Other calls: ./verify check --seed {seed + 1}. More of them: --time 10m."
                : "Nothing found in what was checked.");
        }
    }

    /// <summary>The lengths of the sequences that were all tried; any length once no state is new.</summary>
    private static string Depth(List<ExplorationReport> worlds)
    {
        int[] depths =
            [.. worlds.Where(world => world.End == ExplorationEnd.DepthReached).Select(world => world.Depth)];
        int closed = worlds.Count(world => world.End == ExplorationEnd.Exhausted);
        string some = depths.Length == 0 ? "" : $"{depths.Min()} to {depths.Max()}";
        return closed == 0 ? some : $"{some}, any in {closed}".TrimStart(',', ' ');
    }
}
