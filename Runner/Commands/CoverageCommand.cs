using System.CommandLine;
using Verify.Abi;
using Verify.Implementation;
using Verify.Model.Verdicts;
using Verify.Properties;
using Verify.Properties.Campaigns;
using Verify.Properties.Worlds;
using Verify.Runner.Checks;
using Verify.Runner.Coverage;

namespace Verify.Runner.Commands;

/// <summary><c>coverage</c>: rules by id, errno by call, and the lines of Implementation that ran.</summary>
internal sealed class CoverageCommand : Command
{
    private const ulong Seed = 1;
    private const long Calls = 2_000_000;

    private readonly Session _session;

    public CoverageCommand(Session session)
        : base("coverage", "Counts which rules, errors and lines of the implementation were reached.")
    {
        _session = session;
        SetAction((_, _) => Run());
    }

    private async Task<int> Run()
    {
        CheckReport report = Count();
        PrintRules(report.Rules);
        PrintErrors(report.Rules);
        _session.Terminal.Line($"{report.Found} findings{(report.Found == 0 ? "" : ": ./verify check shows them")}");

        var lines = new LineCoverage(_session.Repository);
        _session.Terminal.Line("running the tests, with the lines of Implementation counted");
        string share = await lines.Measure(_session.Interrupt).ConfigureAwait(false);
        _session.Terminal.Line($"lines of Implementation: {share}");
        _session.Terminal.Line(lines.Page);
        return _session.Finish(report.Found > 0);
    }

    private CheckReport Count()
    {
        SystemFactory boot = world => new Machine(world);
        int threads = Environment.ProcessorCount;
        var report = new CheckReport(new FindingsFolder(Path.Combine(_session.Directory, "findings")));
        ICheck[] checks =
        [
            new CorpusCheck(_session.Repository.Corpus, boot),
            new WorldsCheck(SmallWorlds.All, boot, threads),
            new CampaignCheck(new CampaignOptions { Seed = Seed, Calls = Calls }, boot),
        ];
        foreach (ICheck check in checks)
        {
            _session.Terminal.Watch(check.Title, news => check.Run(report, news, _session.Interrupt));
            _session.Interrupt.ThrowIfCancellationRequested();
        }

        return report;
    }

    private void PrintRules(RuleCounts counts)
    {
        _session.Terminal.Table(
            ["rule", "used", "source", "what it says"],
            [.. RuleCatalogue.All.Select(rule => new[] { rule.Id, $"{counts.Of(rule):n0}", rule.Source, rule.Text })],
            right: 1);
        _session.Terminal.Line($"{counts.RulesCovered} of {RuleCatalogue.All.Count} rules used");
        _session.Terminal.Line();
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
        _session.Terminal.Table(["call", "succeeded", "failed"], [.. rows], right: 1);
        _session.Terminal.Line();
    }
}
