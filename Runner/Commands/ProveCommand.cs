using System.CommandLine;
using System.Diagnostics;
using Verify.Proofs;
using Verify.Proofs.Caching;
using Verify.Proofs.Claims;
using Verify.Proofs.Results;
using Verify.Runner.Input;
using Verify.Runner.Output;
using Verify.Runner.Proving;

namespace Verify.Runner.Commands;

/// <summary><c>prove [NAME]</c>: runs the proofs, one line each, and writes a report.</summary>
internal sealed class ProveCommand : Command
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);

    private readonly Argument<string?> _name = new("NAME")
    {
        Description = "a proof, or a class of them; all where none is given",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly EvidenceOptions _evidence = new();
    private readonly CommandContext _context;
    private readonly ProofFolder _folder;

    public ProveCommand(CommandContext context)
        : base("prove", "Proves claims about the compiled implementation for all values.")
    {
        _context = context;
        _folder = new ProofFolder(context.Artifacts);
        Add(_name);
        foreach (Option option in _evidence.All)
        {
            Add(option);
        }

        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        IReadOnlyList<ProofCase> proofs =
            NameLookup.Of(ProofCatalogue.All, proof => proof.Name, arguments.GetValue(_name), "a proof");
        ProofWork work = _evidence.Work(arguments, _context, _folder);
        using ProofCache? cache = work.Cache;
        ProofReport report = Run(proofs, work);
        Finish(report, cache?.Notes ?? []);
        return _context.Finish(report.Results.Any(result => !result.Holds));
    }

    private ProofReport Run(IReadOnlyList<ProofCase> proofs, ProofWork work)
    {
        long started = Stopwatch.GetTimestamp();
        int width = proofs.Max(proof => proof.Name.Length);
        var results = new List<ProofResult>();
        _context.Terminal.Watch($"proving {proofs.Count} claims", news =>
        {
            var running = new RunningProofs(proofs.Count);
            using var clock = new Timer(_ => news($"{running}"), null, ProgressInterval, ProgressInterval);
            ProofResult Prove(ProofCase proof, CancellationToken cancellation)
            {
                ProofResult result = work.Run(proof, cancellation, watch => running.Begin(proof, watch));
                running.End(proof);
                return result;
            }

            foreach (ProofResult result in ProofRuns
                .Run(proofs, Prove, Environment.ProcessorCount, _context.Interrupt)
                .Select(WithRelativeName))
            {
                results.Add(result);
                _context.Terminal.Line(ProofText.Line(result, width));
            }
        });
        return new ProofReport(results, proofs.Count, Stopwatch.GetElapsedTime(started), Prover.Solver);
    }

    // As the user would type it.
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
