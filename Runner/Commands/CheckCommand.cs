using System.CommandLine;
using Verify.Model.Verdicts;
using Verify.Proofs;
using Verify.Properties.Campaigns;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary><c>check</c>: everything that can be looked at, and one table of how much that was.</summary>
internal sealed class CheckCommand : Command
{
    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(30);

    private readonly Option<TimeSpan?> _time =
        OptionOf.Time("--time", "how long to generate calls; 30s where --calls is not given either");

    private readonly Option<long?> _calls = OptionOf.Number("--calls", "how many calls to generate", 1);
    private readonly Option<long?> _seed = OptionOf.Number("--seed", "where the generated calls start from; 1", 0);
    private readonly Option<long?> _threads = OptionOf.Number("--threads", "threads to use; one a processor", 1, 256);
    private readonly SubjectOption _subject = new();
    private readonly Session _session;

    public CheckCommand(Session session)
        : base("check", "Replays the corpus and the facts, explores the small worlds, generates calls, and runs the proofs.")
    {
        _session = session;
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
        Subject subject = _subject.Of(arguments, _session.Repository);
        ICheck[] checks =
        [
            new CorpusCheck(_session.Repository.Corpus, subject.Boot),
            new FactsCheck(_session.Repository.Facts, subject.Boot),
            new WorldsCheck(SmallWorlds.All, subject.Boot, threads),
            new NoninterferenceCheck((ulong)seed, subject.Boot),
            new CampaignCheck(options, subject.Boot),
            new ProofsCheck(ProofCatalogue.All, subject.Image, new ProofFolder(_session.Artifacts), threads),
        ];

        var report = new CheckReport(new FindingsFolder(Path.Combine(_session.Directory, "findings")));
        foreach (ICheck check in checks.TakeWhile(_ => !_session.Interrupt.IsCancellationRequested))
        {
            _session.Terminal.Watch(check.Title, news => check.Run(report, news, _session.Interrupt));
        }

        Print(report, seed, subject.Option);
        return _session.Finish(report.Found > 0);
    }

    private void Print(CheckReport report, long seed, string subject)
    {
        Terminal terminal = _session.Terminal;
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

        foreach (Fault fault in report.Findings)
        {
            terminal.Line(Prose.Wrap(fault.Message, "", "  "));
            terminal.Line(fault.File is { } file
                ? $"  next: ./verify replay {Path.GetRelativePath(_session.Directory, file)}{subject}"
                : $"  {fault.Unsaved}");
        }

        foreach (ProofResult result in report.Proofs.Where(proof => proof.Verdict != Proofs.Verdict.Proved))
        {
            terminal.Line($"{ProofText.Line(result, 0)}\n  next: ./verify prove {result.Case.Name}");
        }

        foreach (string note in report.Notes)
        {
            terminal.Line(note);
        }

        if (report.Found == 0 && !_session.Interrupt.IsCancellationRequested)
        {
            terminal.Line($"Nothing found. Other calls: ./verify check --seed {seed + 1}. More of them: --time 10m.");
        }
    }

    /// <summary>How long the sequences were that were all tried; where no state was left, that is any length.</summary>
    private static string Depth(List<ExplorationReport> worlds)
    {
        int[] depths = [.. worlds.Where(world => world.Extent == Extent.ToDepth).Select(world => world.Depth)];
        int closed = worlds.Count(world => world.Extent == Extent.Closed);
        string some = depths.Length == 0 ? "" : $"{depths.Min()} to {depths.Max()}";
        return closed == 0 ? some : $"{some}, any in {closed}".TrimStart(',', ' ');
    }
}
