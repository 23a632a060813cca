using System.CommandLine;
using Verify.Abi;
using Verify.Implementation;
using Verify.Model.Verdicts;
using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Checking;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Coverage;
using Verify.Runner.Input;
using Verify.Runner.Traces;

namespace Verify.Runner.Commands;

/// <summary>
/// <c>coverage</c>: how often each rule was used and each call failed, and the lines that the tests ran.
/// </summary>
internal sealed class CoverageCommand : Command
{
    private const ulong Seed = 1;
    private const long Calls = 2_000_000;

    private readonly CommandContext _context;

    public CoverageCommand(CommandContext context)
        : base("coverage", "Counts the rules, errors and lines of the implementation that are reached.")
    {
        _context = context;
        SetAction((_, _) => Run());
    }

    private async Task<int> Run()
    {
        CheckReport report = Count();
        PrintRules(report.Rules);
        PrintErrors(report.Rules);
        _context.Terminal.Line($"{report.Findings.Count} findings");

        var lines = new LineCoverage(_context.Repository);
        _context.Terminal.Line("running the tests, and counting the lines of Implementation that they reach");
        string share = await lines.Measure(_context.Interrupt).ConfigureAwait(false);
        _context.Terminal.Line($"lines of Implementation: {share}");
        _context.Terminal.Line(lines.Page);
        return _context.Finish(report.Findings.Count > 0);
    }

    private CheckReport Count()
    {
        SystemFactory boot = world => new Machine(world);
        int threads = Environment.ProcessorCount;
        var report = new CheckReport(
            new FindingsFolder(_context.Directory), announce: finding => _context.Terminal.Line($"{finding}"));
        ICheck[] checks =
        [
            new CorpusCheck(_context.Repository.Corpus, boot),
            new WorldsCheck(WorldFolder.Load(_context.Repository.Worlds), boot, threads),
            new CampaignCheck(new CampaignOptions { Seed = Seed, Calls = Calls }, boot),
        ];
        foreach (ICheck check in checks)
        {
            _context.Terminal.Watch(check.Title, news => check.Run(report, news, _context.Interrupt));
            _context.Interrupt.ThrowIfCancellationRequested();
        }

        return report;
    }

    private void PrintRules(RuleCounts counts)
    {
        _context.Terminal.Table(
            ["rule", "used", "source", "sentence"],
            [.. RuleCatalogue.All.Select(rule => new[] { rule.Id, $"{counts.Of(rule):n0}", rule.Source, rule.Text })],
            right: 1);
        _context.Terminal.Line($"{counts.RulesCovered} of {RuleCatalogue.All.Count} rules used");
        _context.Terminal.Line();
    }

    private void PrintErrors(RuleCounts counts)
    {
        Errno[] errors = [.. Enum.GetValues<Errno>().Where(error => error != Errno.None)];
        IEnumerable<string[]> rows = CallKinds.All.Select((name, kind) => new[]
        {
            name,
            $"{counts.Of(kind, Errno.None):n0}",
            string.Join(", ", errors.Where(error => counts.Of(kind, error) > 0)
                .Select(error => $"{error} {counts.Of(kind, error):n0}")),
        });
        _context.Terminal.Table(["call", "succeeded", "failed"], [.. rows], right: 1);
        _context.Terminal.Line();
    }
}
