using System.CommandLine;
using System.Diagnostics;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Runner.Catalogue;
using Verify.Runner.Input;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary><c>prove [NAME]</c>: runs proofs, prints a line for each, and writes a report.</summary>
internal sealed class ProveCommand : Command
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);

    private readonly Argument<string?> _name;
    private readonly EvidenceOptions _evidence = new();
    private readonly CommandContext _context;
    private readonly ProofFolder _folder;

    public ProveCommand(CommandContext context)
        : base("prove", "Proves claims about the compiled implementation, for all values.")
    {
        _context = context;
        _folder = new ProofFolder(context.Artifacts);
        _name = NamedSymbols.Argument(
            "a proof, or a class of proofs; all proofs by default", ItemKind.Proofs, context.Repository);
        Add(_name);
        foreach (Option option in _evidence.All)
        {
            Add(option);
        }

        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        ProofCase[] proofs = arguments.GetValue(_name) is { } name
            ? [.. ProofCatalogue.All.Where(proof => ItemKind.IsNamed(proof.Name, name))]
            : [.. ProofCatalogue.All];
        ProofWork work = _evidence.Work(arguments, _context, _folder);
        using ProofCache? cache = work.Cache;
        ProofReport report = Run(proofs, work, _evidence.Again(arguments));
        Finish(report, cache?.Notes ?? []);
        return _context.Finish(report.Results.Any(result => !result.Holds));
    }

    private ProofReport Run(ProofCase[] proofs, ProofWork work, string options)
    {
        long started = Stopwatch.GetTimestamp();
        int width = proofs.Max(proof => proof.Name.Length);
        var results = new List<ProofResult>();
        _context.Terminal.Watch(proofs.Length == 1 ? "proving 1 claim" : $"proving {proofs.Length} claims", news =>
        {
            var running = new RunningProofs(proofs.Length);
            using var clock = new Timer(_ => news($"{running}"), null, ProgressInterval, ProgressInterval);
            ProofResult Prove(ProofCase proof, CancellationToken cancellation)
            {
                ProofResult result = work.Run(proof, cancellation, watch => running.Begin(proof, watch));
                running.End(proof, result.IsCached);
                return result;
            }

            foreach (ProofResult result in ProofRuns
                .Run(proofs, Prove, Environment.ProcessorCount, _context.Interrupt)
                .Select(WithRelativeName))
            {
                results.Add(result);
                _context.Terminal.Line(ProofText.Line(result, width));
                if (!result.Holds)
                {
                    string next = $"./verify prove {result.Case.Name} --no-cache{options}";
                    _context.Terminal.Line($"{ProofText.Indent}next: {next}");
                }
            }
        });
        return new ProofReport(results, proofs.Length, Stopwatch.GetElapsedTime(started), Prover.Solver);
    }

    /// <summary>Names files as the user would type them.</summary>
    private ProofResult WithRelativeName(ProofResult result) => result.CrossCheck is { Contradicts: true } check
        ? result with
        {
            CrossCheck = check with
            {
                Disagreement = Relative(check.Disagreement),
                Rewritings = check.Rewritings with { Dispute = Relative(check.Rewritings.Dispute) },
            },
        }
        : result;

    private string? Relative(string? file) => file is null ? null : Path.GetRelativePath(_context.Directory, file);

    private void Finish(ProofReport report, IReadOnlyList<string> notes)
    {
        foreach (string line in report.Summary().Concat(notes))
        {
            _context.Terminal.Line(line);
        }

        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Report)!);
        File.WriteAllText(_folder.Report, report.Page());
        _context.Terminal.Line($"report: {Path.GetRelativePath(_context.Directory, _folder.Report)}");
    }
}
