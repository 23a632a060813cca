using System.CommandLine;
using Verify.Model.Verdicts;
using Verify.Proofs;
using Verify.Proofs.Results;
using Verify.Properties.Campaigns;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Proving;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary><c>check</c>: everything that can be looked at, and one table of how much that was.</summary>
internal sealed class CheckCommand : Command
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(30);

    private readonly Option<TimeSpan?> _time =
        ValueOption.Time("--time", "how long to generate calls; 30s where --calls is not given either");

    private readonly Option<long?> _calls = ValueOption.Number("--calls", "how many calls to generate", 1);
    private readonly Option<long?> _seed = ValueOption.Number("--seed", "where the generated calls start from; 1", 0);
    private readonly Option<long?> _threads = ValueOption.Number("--threads", "threads to use; one a processor", 1, 256);
    private readonly MutantOption _subject = new();
    private readonly CommandContext _context;

    public CheckCommand(CommandContext context)
        : base("check", "Replays the corpus and the facts, explores the small worlds, generates calls, and runs the proofs.")
    {
        _context = context;
        Add(_time);
        Add(_calls);
        Add(_seed);
        Add(_threads);
        Add(_subject);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        long seed = arguments.GetValue(_seed) ?? 1;
        int threads = (int)(arguments.GetValue(_threads) ?? Environment.ProcessorCount);
        long? calls = arguments.GetValue(_calls);
        TimeSpan? time = arguments.GetValue(_time) ?? (calls is null ? DefaultTime : null);
        var options = new CampaignOptions { Seed = (ulong)seed, Calls = calls, Time = time, Threads = threads };
        SystemUnderTest subject = _subject.Of(arguments, _context.Repository);
        ICheck[] checks =
        [
            new CorpusCheck(_context.Repository.Corpus, subject.Boot),
            new FactsCheck(_context.Repository.Facts, subject.Boot),
            new WorldsCheck(WorldFolder.Load(_context.Repository.Worlds), subject.Boot, threads),
            new NoninterferenceCheck((ulong)seed, subject.Boot),
            new CampaignCheck(options, subject.Boot),
            new ProofsCheck(ProofCatalogue.All, subject.Image, new ProofFolder(_context.Artifacts), threads),
        ];

        var report = new CheckReport(new FindingsFolder(Path.Combine(_context.Directory, "findings")));
        foreach (ICheck check in checks.TakeWhile(_ => !_context.Interrupt.IsCancellationRequested))
        {
            _context.Terminal.Watch(check.Title, news => check.Run(report, news, _context.Interrupt));
        }

        Print(report, seed, subject.Option);
        return _context.Finish(report.Found > 0);
    }

    private void Print(CheckReport report, long seed, string subject)
    {
        Terminal terminal = _context.Terminal;
        double seconds = report.Elapsed.TotalSeconds;
        terminal.Table(
            head: [],
            [
                ["traces replayed", $"{report.Traces:n0}"],
                ["facts of FreeBSD 4.0", $"{report.Facts:n0}"],
                ["small worlds", $"{report.Worlds.Count:n0}"],
                ["their depth in calls", Depth(report.Worlds)],
                ["states", $"{report.States:n0}"],
                ["pairs of runs", $"{report.Pairs:n0}"],
                ["calls", $"{report.Calls:n0}"],
                ["calls/s", seconds > 0 ? $"{report.Calls / seconds:n0}" : "-"],
                ["rules covered", $"{report.Rules.RulesCovered} of {RuleCatalogue.All.Count}"],
                ["proofs", $"{report.Proved} of {ProofCatalogue.All.Count}"],
                ["proofs from the cache", $"{report.Cached}"],
                ["findings", $"{report.Findings.Count}"],
            ],
            right: 1);

        foreach (ReportedFinding fault in report.Findings)
        {
            terminal.Line(WordWrap.Wrap(fault.Message, "", "  "));
            terminal.Line(fault.File is { } file
                ? $"  next: ./verify replay {Path.GetRelativePath(_context.Directory, file)}{subject}"
                : $"  {fault.Unsaved}");
        }

        foreach (ProofResult result in report.Proofs.Where(proof => proof.Verdict != ProofVerdict.Proved))
        {
            terminal.Line($"{ProofText.Line(result, 0)}\n  next: ./verify prove {result.Case.Name}");
        }

        foreach (string note in report.Notes)
        {
            terminal.Line(note);
        }

        if (report.Found == 0 && !_context.Interrupt.IsCancellationRequested)
        {
            terminal.Line($"Nothing found. Other calls: ./verify check --seed {seed + 1}. More of them: --time 10m.");
        }
    }

    /// <summary>How long the sequences were that were all tried; where no state was left, that is any length.</summary>
    private static string Depth(List<ExplorationReport> worlds)
    {
        int[] depths = [.. worlds.Where(world => world.End == ExplorationEnd.DepthReached).Select(world => world.Depth)];
        int closed = worlds.Count(world => world.End == ExplorationEnd.Exhausted);
        string some = depths.Length == 0 ? "" : $"{depths.Min()} to {depths.Max()}";
        return closed == 0 ? some : $"{some}, any in {closed}".TrimStart(',', ' ');
    }
}
